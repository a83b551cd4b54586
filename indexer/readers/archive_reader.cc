// Archives (zip, tar) as folders: each member is read as the file it is, and nothing is ever
// written to disk.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "indexer/input/decompress.h"
#include "indexer/input/libarchive.h"
#include "indexer/input/limits.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/read_source.h"
#include "indexer/readers/readers.h"

namespace lede {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kTarMagicAt = 257;
constexpr std::int64_t kZoneSlack = 86400;  // a zip has local times and does not say where

// One member while it is at hand.
class MemberSource final : public ByteSource {
 public:
  // What all members together may be: `unpacked` counts their bytes.
  struct Bounds {
    std::uint64_t packed = 0;  // size of the archive, if known
    std::uint64_t max_bytes = 0;
  };
  MemberSource(const ArchiveHandle& handle, std::string name, const Bounds& bounds,
               std::uint64_t& unpacked)
      : ByteSource(std::move(name)), handle_(handle), bounds_(bounds), unpacked_(unpacked) {}

  // Whether the archive as a whole went out of bounds.
  [[nodiscard]] bool refused() const { return refused_; }

  [[nodiscard]] Result<std::string_view> next() override {
    while (true) {
      const void* block = nullptr;
      std::size_t size = 0;
      la_int64_t offset = 0;  // holes of a sparse file are left out
      const int status = archive_read_data_block(handle_.get(), &block, &size, &offset);
      if (status == ARCHIVE_EOF) {
        return std::string_view();
      }
      if (status != ARCHIVE_OK && status != ARCHIVE_WARN && status != ARCHIVE_RETRY) {
        return handle_.damaged("damaged or cut off member");
      }
      unpacked_ += size;
      if (is_bomb(std::max(bounds_.packed, handle_.used()), unpacked_)) {
        return refuse(std::to_string(kMaxRatio) + " times its size");
      }
      if (unpacked_ > bounds_.max_bytes) {
        return refuse(std::to_string(bounds_.max_bytes) + " bytes");
      }
      if (size > 0) {
        return std::string_view(static_cast<const char*>(block), size);
      }
    }
  }

 private:
  Failure refuse(const std::string& bound) {
    refused_ = true;
    return fail(ErrorCode::kTooLarge,
                name() + ": refused: the archive unpacks to more than " + bound);
  }

  const ArchiveHandle& handle_;
  const Bounds bounds_;
  std::uint64_t& unpacked_;
  bool refused_ = false;
};

// The member's path as UTF-8: what the archive says in UTF-8, else its bytes in a guessed charset.
std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) {
    name = archive_entry_pathname(entry);
  }
  return name == nullptr ? std::string() : to_utf8(name).text;
}

// Calls `part` for each piece between slashes until it returns true.
template <typename Test>
bool any_part(std::string_view path, Test&& part) {
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    if (part(path.substr(0, end))) {
      return true;
    }
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return false;
}

// As in folders; and what macOS puts beside each file.
bool is_hidden(std::string_view path) {
  return any_part(path, [](std::string_view part) {
    return (part.starts_with('.') && part != "." && part != "..") || part == "__MACOSX";
  });
}

// Why a member is not even looked at; empty when nothing speaks against it.
std::string problem_of(std::string_view name, archive_entry* entry) {
  if (name.empty() || name.size() > kMaxMemberName) {
    return "refused: a name of no or more than " + std::to_string(kMaxMemberName) + " bytes";
  }
  if (name.starts_with('/') || any_part(name, [](auto part) { return part == ".."; })) {
    return "refused: its name leads out of the archive";
  }
  if (archive_entry_is_encrypted(entry) > 0) {
    return "encrypted";
  }
  return {};
}

class ArchiveWalk {
 public:
  ArchiveWalk(ByteSource& source, const ReadContext& context, const PageSink& page,
              const RecordFailureSink& failed)
      : source_(source), handle_(source), context_(context), page_(page), failed_(failed) {}

  Result<void> run() {
    archive_read_support_format_zip(handle_.get());
    archive_read_support_format_tar(handle_.get());
    if (handle_.open() != ARCHIVE_OK) {
      return handle_.damaged("no archive, or a damaged one");
    }
    for (std::size_t members = 0; !stopped_; ++members) {
      archive_entry* entry = nullptr;
      const int status = archive_read_next_header(handle_.get(), &entry);
      if (status == ARCHIVE_EOF) {
        break;
      }
      if (status == ARCHIVE_FATAL) {
        return handle_.damaged("no archive, or a damaged one");
      }
      if (members == kMaxMembers) {
        return fail(ErrorCode::kTooLarge, std::string(context_.name) + ": refused: more than " +
                                              std::to_string(kMaxMembers) + " members");
      }
      if (auto taken = take(entry); !taken) {
        return taken;
      }
    }
    return {};
  }

 private:
  Result<void> take(archive_entry* entry) {
    const std::string name = clean(name_of(entry));
    const auto type = archive_entry_filetype(entry);
    if (type == AE_IFDIR || is_hidden(name)) {
      return {};
    }
    if (const std::string problem = problem_of(name, entry); !problem.empty()) {
      complain(name, {ErrorCode::kUnreadable, problem, {}});
      return {};
    }
    if (type != AE_IFREG || archive_entry_hardlink(entry) != nullptr) {
      complain(name, {ErrorCode::kNoReader, "a link or device, not a file", {}});
      return {};
    }
    return read_member(name, entry);
  }

  // Fails only when the archive as a whole cannot go on.
  Result<void> read_member(const std::string& name, archive_entry* entry) {
    const std::string label = std::string(context_.name) + ": " + name;
    ReadContext context = context_;
    const std::string hint = label.substr(0, without_compression_suffix(label).size());
    context.name = hint;
    context.lines_before = 0;
    ++context.depth;
    if (archive_entry_mtime_is_set(entry) != 0 && archive_entry_mtime(entry) > 0) {
      context.modified =
          std::min<std::int64_t>(context.modified, archive_entry_mtime(entry) + kZoneSlack);
    }
    MemberSource member(handle_, label,
                        {source_.size().value_or(0), context_.limits.max_stream_bytes}, unpacked_);
    const auto read = read_source(
        member, context,
        [&](RawPage&& page) {
          page.record = page.record.empty() ? name : name + "#" + page.record;
          stopped_ = !page_(std::move(page));
          return !stopped_;
        },
        [&](std::string_view record, const Error& error) {
          failed_(record.empty() ? name : name + "#" + std::string(record), error);
        });
    if (read) {
      return {};
    }
    if (member.refused()) {
      return fail(read.error());
    }
    failed_(name, read.error());
    return {};
  }

  // "./a.txt" is a.txt; names of Windows' making may have backslashes.
  static std::string clean(std::string name) {
    std::replace(name.begin(), name.end(), '\\', '/');
    while (name.starts_with("./")) {
      name.erase(0, 2);
    }
    return name;
  }

  void complain(const std::string& name, Error error) {
    error.message = std::string(context_.name) + ": " + name + ": " + error.message;
    failed_(name, error);
  }

  ByteSource& source_;
  ArchiveHandle handle_;
  const ReadContext& context_;
  const PageSink& page_;
  const RecordFailureSink& failed_;
  std::uint64_t unpacked_ = 0;
  bool stopped_ = false;
};

// A zip says at its end how large its members are: a bomb that does not lie is refused unread.
Result<void> check_declared_sizes(ByteSource& source, const ReadContext& context) {
  const std::uint64_t packed = source.size().value_or(0);
  std::uint64_t unpacked = 0;
  {
    ArchiveHandle handle(source);
    archive_read_support_format_zip(handle.get());
    archive_entry* entry = nullptr;
    for (bool more = handle.open() == ARCHIVE_OK; more && !is_bomb(packed, unpacked);) {
      more = archive_read_next_header(handle.get(), &entry) >= ARCHIVE_WARN;
      unpacked += more ? static_cast<std::uint64_t>(archive_entry_size(entry)) : 0;
    }
  }
  if (is_bomb(packed, unpacked)) {
    return fail(ErrorCode::kTooLarge, std::string(context.name) +
                                          ": refused: the archive unpacks to more than " +
                                          std::to_string(kMaxRatio) + " times its size");
  }
  return source.seek(0) ? Result<void>() : fail(ErrorCode::kIo, source.name() + ": cannot be read");
}

class ArchiveReader final : public StreamReader {
 public:
  [[nodiscard]] std::string_view format() const override { return "archive"; }

  [[nodiscard]] std::span<const std::string_view> extensions() const override {
    return kExtensions;
  }

  [[nodiscard]] std::span<const std::string_view> mime_types() const override { return kKinds; }

  [[nodiscard]] bool reads_text() const override { return false; }

  [[nodiscard]] bool is_sure_of(std::string_view head) const override {
    return head.starts_with("PK\3\4"sv) || head.starts_with("PK\5\6"sv) ||
           head.substr(std::min(kTarMagicAt, head.size())).starts_with("ustar"sv);
  }

  [[nodiscard]] Result<void> read_stream(ByteSource& source, const ReadContext& context,
                                         const PageSink& page,
                                         const RecordFailureSink& failed) const override {
    if (context.depth >= kMaxDepth) {
      return fail(ErrorCode::kTooLarge, std::string(context.name) + ": refused: archives nested " +
                                            "more than " + std::to_string(kMaxDepth) + " deep");
    }
    if (source.size()) {
      return read_sized(source, context, page, failed);
    }
    return read_unsized(source, context, page, failed);
  }

 private:
  static constexpr std::array<std::string_view, 6> kExtensions = {"zip",  "tar", "tgz",
                                                                  "tzst", "txz", "tbz2"};
  static constexpr std::array<std::string_view, 1> kKinds = {"application/x-tar"};

  // A tar can be read as it comes. Only the end of a zip says what is in it.
  static Result<void> read_unsized(ByteSource& source, const ReadContext& context,
                                   const PageSink& page, const RecordFailureSink& failed) {
    HeadSource whole(source);
    const auto head = whole.head();
    if (!head) {
      return fail(head.error());
    }
    if (!head->starts_with("PK"sv)) {
      return ArchiveWalk(whole, context, page, failed).run();
    }
    const auto bytes = read_all(whole, context.limits.max_file_bytes);
    if (!bytes) {
      return fail(bytes.error());
    }
    MemorySource memory(source.name(), *bytes);
    return read_sized(memory, context, page, failed);
  }

  static Result<void> read_sized(ByteSource& source, const ReadContext& context,
                                 const PageSink& page, const RecordFailureSink& failed) {
    auto checked = check_declared_sizes(source, context);
    return checked ? ArchiveWalk(source, context, page, failed).run() : std::move(checked);
  }
};

}  // namespace

const Reader& archive_reader() {
  static const ArchiveReader kReader;
  return kReader;
}

}  // namespace lede
