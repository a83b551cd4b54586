// Reads one file and hands on its pages: what a worker of the pipeline does with a file.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/file_worker.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <utility>

#include "indexer/input/decompress.h"
#include "indexer/input/file.h"
#include "indexer/readers/read_source.h"

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

// A file that is hashed while it is read.
class HashingSource final : public ByteSource {
 public:
  explicit HashingSource(ByteSource& file)
      : ByteSource(file.name()), file_(file), hasher_(std::make_unique<FileHasher>()) {}

  [[nodiscard]] Result<std::string_view> next() override {
    auto block = file_.next();
    if (block && hasher_) {
      hasher_->add(*block);
    }
    read_ += block ? block->size() : 0;
    return block;
  }

  [[nodiscard]] std::optional<std::uint64_t> size() const override { return file_.size(); }

  [[nodiscard]] bool seek(std::uint64_t offset) override {
    hasher_.reset();  // what comes is out of order
    return file_.seek(offset);
  }

  // Of all bytes there are, those not read included.
  [[nodiscard]] Result<FileHash> hash() {
    if (!hasher_) {
      hasher_ = std::make_unique<FileHasher>();
      if (!file_.seek(0)) {
        return fail(ErrorCode::kIo, name() + ": cannot be read from the beginning");
      }
    }
    while (true) {
      const auto block = next();
      if (!block) {
        return fail(block.error());
      }
      if (block->empty()) {
        return hasher_->hash();
      }
    }
  }

  // Bytes read since the last call.
  [[nodiscard]] std::uint64_t take_read() { return std::exchange(read_, 0); }

 private:
  ByteSource& file_;
  std::unique_ptr<FileHasher> hasher_;  // null when the bytes were not read in their order
  std::uint64_t read_ = 0;
};

class FileWorker {
 public:
  FileWorker(const FileTask& task, const ReadingOptions& options, const PageSinks& sinks)
      : task_(task), options_(options), sinks_(sinks) {}

  FileEnd run() {
    const auto file = FileSource::open(task_.file);
    if (!file) {
      return failed(file.error());
    }
    state_.size = (*file)->size().value_or(0);
    state_.mtime = (*file)->mtime() > now() - kGrain ? 0 : (*file)->mtime();
    if (task_.old || !options_.gone.empty()) {
      auto known = is_known(**file);
      if (!known) {
        return failed(std::move(known).error());
      }
      if (*known) {
        return {FileOutcome::kSame, state_, {}};
      }
    }
    return read(**file);
  }

 private:
  // Whether these bytes were read before, under this name or under one that vanished.
  Result<bool> is_known(FileSource& file) {
    HashingSource source(file);
    const auto hash = source.hash();
    if (!hash) {
      return fail(hash.error());
    }
    if (!file.seek(0)) {
      return fail(ErrorCode::kIo, task_.file + ": cannot be read from the beginning");
    }
    state_.hash = *hash;
    if (task_.old) {
      return !task_.force && task_.old->hash == *hash;
    }
    return options_.gone.contains(*hash);
  }

  FileEnd read(FileSource& file) {
    HashingSource source(file);
    const std::string name = std::filesystem::path(task_.file).filename().string();
    ReadContext context;
    context.name = without_compression_suffix(name);
    context.modified = file.mtime() / kNanoseconds;
    context.limits = options_.limits;
    const auto done = read_source(
        source, context,
        [&](RawPage&& page) {
          sinks_.page(std::move(page), source.take_read());
          stopped_ = options_.stop != nullptr && options_.stop->load();
          return !stopped_;
        },
        [&](std::string_view record, const Error& error) {
          sinks_.failed({std::string(record), error});
        });
    return ended(done, source);
  }

  FileEnd ended(const Result<void>& done, HashingSource& source) {
    if (stopped_) {
      return {FileOutcome::kStopped, state_, {}};
    }
    if (!done && (done.error().code != ErrorCode::kNoReader || task_.named)) {
      return failed(done.error());
    }
    const auto hash = source.hash();
    if (!hash) {
      return failed(hash.error());
    }
    state_.hash = *hash;
    if (!done) {
      sinks_.failed({"", done.error()});
    }
    return {FileOutcome::kRead, state_, {}};
  }

  [[nodiscard]] FileEnd failed(Error error) const {
    return {FileOutcome::kFailed, state_, std::move(error)};
  }

  const FileTask& task_;
  const ReadingOptions& options_;
  const PageSinks& sinks_;
  FileState state_;
  bool stopped_ = false;
};

}  // namespace

FileEnd read_task(const FileTask& task, const ReadingOptions& options, const PageSinks& sinks) {
  return FileWorker(task, options, sinks).run();
}

}  // namespace lede
