// Any file, or any member of an archive, given to the reader it is for.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/read_source.h"

#include <string>

#include "indexer/input/decompress.h"
#include "indexer/input/lines.h"
#include "indexer/readers/detect.h"

namespace lede {
namespace {

Result<void> read_lines(const Reader& reader, ByteSource& source, const ReadContext& context,
                        const PageSink& page, const RecordFailureSink& failed) {
  bool stopped = false;
  const PageSink counted = [&](RawPage&& read) {
    stopped = !page(std::move(read));
    return !stopped;
  };
  Result<void> given;
  auto pieces =
      read_pieces(source, context.limits, [&](std::string_view lines, std::size_t before) {
        if (lines.find_first_not_of(" \t\r\n") == std::string_view::npos) {
          return true;  // a file without any record is in order
        }
        ReadContext piece = context;
        piece.lines_before = before;
        given = reader.read(lines, piece, counted, failed);
        return given.has_value() && !stopped;
      });
  return pieces ? std::move(given) : std::move(pieces);
}

Result<void> read_whole(const Reader& reader, ByteSource& source, const ReadContext& context,
                        const PageSink& page, const RecordFailureSink& failed) {
  const auto bytes = read_all(source, context.limits.max_file_bytes);
  return bytes ? reader.read(*bytes, context, page, failed) : fail(bytes.error());
}

Result<void> read_unpacked(HeadSource& source, const ReadContext& context, const PageSink& page,
                           const RecordFailureSink& failed) {
  const auto head = source.head();
  if (!head) {
    return fail(head.error());
  }
  const Detected detected = detect(context.name, *head);
  if (detected.reader == nullptr) {
    return fail(ErrorCode::kNoReader, std::string(context.name) + ": " + detected.kind +
                                          ", no reader for this kind of file");
  }
  if (const StreamReader* stream = detected.reader->as_stream()) {
    return stream->read_stream(source, context, page, failed);
  }
  return detected.reader->record_a_line()
             ? read_lines(*detected.reader, source, context, page, failed)
             : read_whole(*detected.reader, source, context, page, failed);
}

}  // namespace

Result<void> StreamReader::read(std::string_view bytes, const ReadContext& context,
                                const PageSink& page, const RecordFailureSink& failed) const {
  MemorySource source(std::string(context.name), bytes);
  return read_stream(source, context, page, failed);
}

Result<void> read_source(ByteSource& stored, const ReadContext& context, const PageSink& page,
                         const RecordFailureSink& failed) {
  HeadSource source(stored);
  const auto head = source.head();
  if (!head) {
    return fail(head.error());
  }
  const Compression compression = compression_of(*head);
  if (compression == Compression::kNone) {
    return read_unpacked(source, context, page, failed);
  }
  DecompressedSource unpacked(source, compression);
  HeadSource inner(unpacked);
  return read_unpacked(inner, context, page, failed);
}

}  // namespace lede
