// Tells what happens while an update runs: on standard error, in the report, and at the end.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/update_teller.h"

#include <iostream>
#include <nlohmann/json.hpp>
#include <string_view>

#include "indexer/update/progress.h"

namespace lede {
namespace {

constexpr std::uint64_t kFailuresShown = 10;

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kTooLarge:
      return "too-large";
    case ErrorCode::kNoReader:
      return "no-reader";
    case ErrorCode::kIo:
      return "io";
    case ErrorCode::kNotFound:
      return "not-found";
    default:
      return "unreadable";
  }
}

std::string_view name_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::kAdded:
      return "added";
    case ChangeKind::kUpdated:
      return "updated";
    case ChangeKind::kRemoved:
      return "removed";
    case ChangeKind::kMoved:
      return "moved";
  }
  return "";
}

// File names may hold bytes that are no UTF-8.
std::string dump(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

// Readers know a file by its name alone, and the system by its whole path.
std::string with_path(const FailedPath& failure) {
  const std::string name = failure.path.substr(failure.path.rfind('/') + 1) + ": ";
  const std::string& message = failure.error.message;
  if (message.starts_with(name)) {
    return failure.path + ": " + message.substr(name.size());
  }
  return message.starts_with(failure.path) ? message : failure.path + ": " + message;
}

nlohmann::ordered_json as_json(const UpdateResult& result, double seconds, bool dry_run) {
  const UpdateCounts& counts = result.counts;
  return {{"format_version", 1},
          {"dry_run", dry_run},
          {"added", counts.added},
          {"updated", counts.updated},
          {"removed", counts.removed},
          {"unchanged", counts.unchanged},
          {"moved", counts.moved},
          {"failed", counts.failed},
          {"skipped", counts.skipped},
          {"interrupted", result.interrupted},
          {"writer", name_of(result.writer.writer)},
          {"writer_why", result.writer.why},
          {"files_read", result.files_read},
          {"bytes_read", result.bytes_read},
          {"seconds", seconds},
          {"articles", result.articles},
          {"text_bytes", result.text_bytes},
          {"index_bytes", result.index_bytes}};
}

}  // namespace

UpdateTeller::UpdateTeller(const TellOptions& options)
    : options_(options), display_(progress_style(options.progress)) {}

Result<void> UpdateTeller::open_report() {
  if (options_.report.empty()) {
    return {};
  }
  report_.open(options_.report, std::ios::trunc);
  if (!report_) {
    return fail(ErrorCode::kIo, options_.report + ": cannot write this report");
  }
  return {};
}

UpdateObserver UpdateTeller::observer() {
  UpdateObserver observer;
  observer.progress = [this](const UpdateProgress& progress) { display_.show(progress); };
  observer.failed = [this](const FailedPath& failure) { failed(failure); };
  observer.skipped = [this](const FailedPath& skip) { skipped(skip); };
  if (options_.verbose || (options_.dry_run && report_.is_open())) {
    observer.changed = [this](ChangeKind kind, const std::string& id, const std::string& path) {
      changed(kind, id, path);
    };
  }
  return observer;
}

void UpdateTeller::finish(const UpdateResult& result) {
  display_.clear();
  if (failures_ > kFailuresShown) {
    std::cerr << "and " << with_thousands(failures_ - kFailuresShown) << " more failed"
              << (report_.is_open() ? ": see " + options_.report
                                    : "; --report FILE.jsonl names them all")
              << "\n";
  }
  if (result.interrupted) {
    std::cerr << "interrupted; what was read is kept, the next update goes on from there\n";
  }
  if (options_.verbose && !options_.dry_run) {
    std::cerr << "writer: " << name_of(result.writer.writer) << " (" << result.writer.why << ")\n";
  }
  const double seconds = display_.seconds();
  std::cerr << summary_line(result, seconds, options_.dry_run) << "\n";
  if (options_.json) {
    std::cout << dump(as_json(result, seconds, options_.dry_run)) << std::endl;
  }
}

bool UpdateTeller::close_report() {
  if (!report_.is_open()) {
    return true;
  }
  report_.close();
  return report_.good();
}

void UpdateTeller::failed(const FailedPath& failure) {
  if (++failures_ <= kFailuresShown) {
    display_.clear();
    std::cerr << "failed: " << with_path(failure) << "\n";
    if (!failure.error.hint.empty()) {
      std::cerr << "  " << failure.error.hint << "\n";
    }
  }
  report(failure);
}

void UpdateTeller::skipped(const FailedPath& skip) {
  if (options_.verbose) {
    display_.clear();
    std::cerr << "skipped " << with_path(skip) << "\n";
  }
  report(skip);
}

void UpdateTeller::report(const FailedPath& failure) {
  if (report_.is_open()) {
    report_ << dump({{"path", failure.path},
                     {"record", failure.record},
                     {"code", name_of(failure.error.code)},
                     {"reason", failure.error.message}})
            << "\n";
  }
}

void UpdateTeller::changed(ChangeKind kind, const std::string& id, const std::string& path) {
  if (options_.verbose) {
    display_.clear();
    std::cerr << name_of(kind) << " " << path << (id == path ? "" : " (" + id + ")") << "\n";
  }
  if (report_.is_open() && options_.dry_run) {
    report_ << dump({{"path", path}, {"id", id}, {"code", name_of(kind)}}) << "\n";
  }
}

}  // namespace lede
