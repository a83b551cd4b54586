// A search thread's own open database, opened again whenever another is on disk.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "searcher/api/call.h"
#include "searcher/api/index_state.h"
#include "searcher/search.h"

namespace lede::serve {

// Belongs to one thread.
class CurrentSearcher {
 public:
  explicit CurrentSearcher(IndexState& state) : state_(state) {}

  // Opens what is on disk unless it is open. While that fails, as in the middle of a swap, the old
  // one goes on; an error only where there is none. `again` also when nothing seems to have
  // changed.
  Result<void> renew(bool again = false);

  // What is open, after a renew() without error.
  [[nodiscard]] const OpenIndex& index() const { return *index_; }

  // Asks the current database. When what was read changed under the question, it is asked again.
  Result<Answer> ask(const Call& call);

 private:
  IndexState& state_;
  std::optional<Searcher> searcher_;
  std::shared_ptr<const OpenIndex> index_;  // set whenever searcher_ is
};

}  // namespace lede::serve
