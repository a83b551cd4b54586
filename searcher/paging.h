// Which page of which question: dates resolved, the cursor of the page before checked.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/match.h"
#include "searcher/query/dates.h"
#include "searcher/search.h"

namespace lede {

// What a cursor is good for: the same question to the same database.
struct CursorOwner {
  std::uint64_t question = 0;
  std::uint64_t database = 0;
};

// `similar_to` is the id of the article that others are compared with, or empty. Throws
// Xapian::Error.
[[nodiscard]] CursorOwner cursor_owner(const Xapian::Database& database,
                                       const SearchRequest& request, std::string_view similar_to);

// What the matcher is asked. kUsage for a bad `after` or `before`, and for a cursor that is
// damaged, another owner's, or together with an offset.
[[nodiscard]] Result<MatchRequest> match_request(const SearchRequest& request,
                                                 const CursorOwner& owner, const Clock& clock);

// The cursor of the page after this one; empty when there is none, for a page asked by offset, and
// when too many were seen.
[[nodiscard]] std::string next_cursor(const MatchRequest& request, const MatchPage& page,
                                      const CursorOwner& owner);

}  // namespace lede
