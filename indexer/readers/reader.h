// A reader turns the bytes of one file of one format into pages. One reader a file; readers.h
// holds the only list of them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/result.h"
#include "indexer/input/byte_source.h"
#include "indexer/input/limits.h"

namespace lede {

// What a reader found in one record of a file, before extraction decides what is the article.
// Fields are those the format declares (JSON keys, HTML meta, front matter); empty is undeclared.
struct RawPage {
  Article declared;  // fields as declared; declared.text is unused
  std::string text;  // readable text of the page, UTF-8, paragraphs by blank lines
  // What the reader took out of the page already. Their places are as if they followed the text.
  std::vector<Zone> furniture;
  bool scraped = false;  // the text may hold furniture, bylines and datelines to be taken out
  // Name of the record in its file: "" for the only one, else "1", "2", …; of an archive's member
  // its path, then "#" and its record, if it has several.
  std::string record;
};

// What a reader is given besides the bytes.
struct ReadContext {
  // For messages and as a hint at the format: the file's name without folders and compression
  // suffix; "archive.zip: folder/a.txt" for a member of an archive.
  std::string_view name;
  std::string_view charset;      // charset declared from outside, or empty
  std::int64_t modified = 0;     // the file's time: no article is dated after it (seconds UTC)
  std::size_t lines_before = 0;  // of the file, when `bytes` is a later piece of it
  InputLimits limits = {};
  unsigned depth = 0;  // archives around this file
};

// Called for each page in file order. Returns false to stop early.
using PageSink = std::function<bool(RawPage&&)>;

// Called for each record that cannot be read (a broken JSONL line); the file goes on. kNoReader is
// no failure: a member of an archive that is no article.
using RecordFailureSink = std::function<void(std::string_view record, const Error&)>;

class StreamReader;

class Reader {
 public:
  Reader() = default;
  virtual ~Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // "html", "jsonl", …: for messages and reports.
  [[nodiscard]] virtual std::string_view format() const = 0;

  // File name endings it reads, lower case, without the dot.
  [[nodiscard]] virtual std::span<const std::string_view> extensions() const = 0;

  // The kinds of content, as libmagic names them, that are read whatever the file is called.
  [[nodiscard]] virtual std::span<const std::string_view> mime_types() const { return {}; }

  // Whether a file that begins with `head` (see kHeadBytes) is of this format and no other, so
  // that its name does not count. Asked of every file: it should be cheap.
  [[nodiscard]] virtual bool is_sure_of(std::string_view /*head*/) const { return false; }

  // Whether its files are text, so that a picture called "a.txt" is not given to it.
  [[nodiscard]] virtual bool reads_text() const { return true; }

  // Whether each line is a record of its own, named by its number: a file larger than memory is
  // then given in pieces of whole lines.
  [[nodiscard]] virtual bool record_a_line() const { return false; }

  // This reader, if it takes a file of any size piece by piece.
  [[nodiscard]] virtual const StreamReader* as_stream() const { return nullptr; }

  // Reads `bytes`, already uncompressed. Fails as a whole with kUnreadable when nothing can be
  // made of them. Thread-safe: readers have no state.
  [[nodiscard]] virtual Result<void> read(std::string_view bytes, const ReadContext& context,
                                          const PageSink& page,
                                          const RecordFailureSink& failed) const = 0;
};

// A reader of files that hold many others, or are larger than memory.
class StreamReader : public Reader {
 public:
  [[nodiscard]] const StreamReader* as_stream() const final { return this; }
  [[nodiscard]] Result<void> read(std::string_view bytes, const ReadContext& context,
                                  const PageSink& page,
                                  const RecordFailureSink& failed) const final;

  // As read(); what was given before an error stays given.
  [[nodiscard]] virtual Result<void> read_stream(ByteSource& source, const ReadContext& context,
                                                 const PageSink& page,
                                                 const RecordFailureSink& failed) const = 0;
};

// For a page within something larger: what `error` says of a page that cannot be read is no failure
// there, but a reason to leave it out. Crawls and books have many pages without a text.
[[nodiscard]] Error without_text(Error error);

// The reader for a file name ("a.html", "b.JSONL"; compression suffix already cut), or nullptr.
[[nodiscard]] const Reader* reader_for(std::string_view file_name);

}  // namespace lede
