// Reads one file and hands on its pages: what a worker of the pipeline does with a file.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/file_worker.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "indexer/readers/load.h"
#include "indexer/update/file_source.h"
#include "indexer/update/walk.h"

namespace lede {
namespace {

constexpr std::int64_t kNanoseconds = 1'000'000'000;

// A file changed twice within the clock's grain keeps its time; two seconds is the coarsest there
// is (FAT).
constexpr std::int64_t kGrain = 2 * kNanoseconds;

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

FileEnd failed(const FileState& state, Error error) {
  return {FileOutcome::kFailed, state, std::move(error)};
}

class FileWorker {
 public:
  FileWorker(const FileTask& task, const ReadingOptions& options, const PageSinks& sinks)
      : task_(task), options_(options), sinks_(sinks) {}

  FileEnd run() {
    const Reader* reader = reader_for(without_compression_suffix(task_.key.path));
    if (reader == nullptr) {
      return failed(state_,
                    {ErrorCode::kUnreadable, task_.file + ": no reader for this kind of file", ""});
    }
    auto look = look_at(task_.file, "");
    if (!look) {
      return failed(state_, std::move(look).error());
    }
    state_.size = look->size;
    state_.mtime = look->mtime > now() - kGrain ? 0 : look->mtime;
    modified_ = look->mtime / kNanoseconds;
    return reader->record_a_line() ? read_lines(*reader) : read_whole(*reader);
  }

 private:
  FileEnd read_whole(const Reader& reader) {
    auto file = load_file(task_.file, {options_.max_file_bytes});
    if (!file) {
      return failed(state_, std::move(file).error());
    }
    state_.hash = hash_bytes(file->bytes);
    if (is_known()) {
      return {FileOutcome::kSame, state_, {}};
    }
    const ReadContext context{file->name, "", modified_, 0};
    return ended(give(reader, file->bytes, context, state_.size));
  }

  FileEnd read_lines(const Reader& reader) {
    PieceLimits limits;
    limits.max_line_bytes = options_.max_file_bytes;
    limits.max_bytes = options_.max_lines_bytes;
    if (task_.old || !options_.gone.empty()) {
      auto hash = hash_file(task_.file, limits);
      if (!hash) {
        return failed(state_, std::move(hash).error());
      }
      state_.hash = *hash;
      if (is_known()) {
        return {FileOutcome::kSame, state_, {}};
      }
    }
    FileHasher hasher;
    Result<void> given;
    const std::string name = std::filesystem::path(task_.file).filename().string();
    auto read = read_pieces(task_.file, limits, [&](std::string_view lines, std::size_t before) {
      hasher.add(lines);
      if (lines.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return true;  // a file without any record is in order
      }
      const ReadContext context{without_compression_suffix(name), "", modified_, before};
      given = give(reader, lines, context, lines.size());
      return given.has_value() && !stopped_;
    });
    state_.hash = hasher.hash();
    return ended(read ? std::move(given) : std::move(read));
  }

  Result<void> give(const Reader& reader, std::string_view bytes, const ReadContext& context,
                    std::uint64_t progress) {
    return reader.read(
        bytes, context,
        [&](RawPage&& page) {
          sinks_.page(std::move(page), std::exchange(progress, 0));
          stopped_ = options_.stop != nullptr && options_.stop->load();
          return !stopped_;
        },
        [&](std::string_view record, const Error& error) {
          sinks_.failed({std::string(record), error});
        });
  }

  FileEnd ended(Result<void> read) {
    if (stopped_) {
      return {FileOutcome::kStopped, state_, {}};
    }
    if (!read) {
      return failed(state_, std::move(read).error());
    }
    return {FileOutcome::kRead, state_, {}};
  }

  // Whether these bytes were read before, under this name or under one that vanished.
  [[nodiscard]] bool is_known() const {
    if (task_.old) {
      return !task_.force && task_.old->hash == state_.hash;
    }
    return options_.gone.contains(state_.hash);
  }

  const FileTask& task_;
  const ReadingOptions& options_;
  const PageSinks& sinks_;
  FileState state_;
  std::int64_t modified_ = 0;
  bool stopped_ = false;
};

}  // namespace

FileEnd read_task(const FileTask& task, const ReadingOptions& options, const PageSinks& sinks) {
  return FileWorker(task, options, sinks).run();
}

}  // namespace lede
