// What a request adds to the scores beside the words of the query.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>

#include "searcher/article_filter.h"
#include "searcher/plan/planner.h"
#include "searcher/search.h"

namespace lede {

// Adds the request's expansion and recency to every step of the plan, as bonuses that choose no
// article. `dates` are those of the request's options; `now` is in seconds since 1970 UTC. A plan
// without scores stays as it is. Throws Xapian::Error.
void add_ranking_options(QueryPlan& plan, const SearchRequest& request,
                         const Xapian::Database& database, const ArticleFilter& filter,
                         std::int64_t now);

}  // namespace lede
