// Opening and asking a database that others write, swap and rebuild.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/api/current_searcher.h"

#include <utility>

namespace lede::serve {
namespace {

constexpr int kTries = 3;

// Errors that another look at the disk may cure.
bool may_pass(ErrorCode code) {
  return code == ErrorCode::kDatabaseModified || code == ErrorCode::kDatabaseCorrupt ||
         code == ErrorCode::kDatabaseMissing;
}

}  // namespace

Result<void> CurrentSearcher::renew(bool again) {
  if (!again && searcher_ && state_.is_current(*index_)) {
    return {};
  }
  // Read before opening: if a commit comes between, the stamp is the older one and the next request
  // opens once more, for nothing. The other way round it would never look again.
  DatabaseStamp stamp = read_stamp(state_.paths());
  auto opened = Searcher::open(state_.paths());
  const auto stats = opened ? opened->stats() : Result<IndexStats>(fail(opened.error()));
  if (!stats) {
    state_.failed(stats.error());
    if (searcher_) {
      return {};
    }
    return fail(stats.error());
  }
  searcher_ = *std::move(opened);
  index_ = state_.opened(std::move(stamp), stats->revision, stats->documents);
  return {};
}

Result<Answer> CurrentSearcher::ask(const Call& call) {
  for (int left = kTries;; --left) {
    if (auto ready = renew(left < kTries); !ready) {
      return fail(std::move(ready).error());
    }
    auto answer = call.ask(*searcher_);
    if (answer || left == 0 || !may_pass(answer.error().code)) {
      return answer;
    }
  }
}

}  // namespace lede::serve
