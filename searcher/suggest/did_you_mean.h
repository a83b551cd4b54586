// A query that was probably meant, when the one typed finds little.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/query/tree.h"
#include "searcher/search.h"

namespace lede {

// A query of which as many articles have all the words is never corrected.
inline constexpr std::uint64_t kEnoughHits = 10;

// Articles that have all the words of a query.
struct MatchingArticles {
  std::uint64_t count = 0;
  bool exact = true;  // false: at least `count`
};

// What did_you_mean() needs to know of the index.
struct SpellingContext {
  const Xapian::Database& database;
  Analyzer& analyzer;
  std::vector<std::string> languages;  // tags, most articles first
  std::function<MatchingArticles(const std::string& query)> count;
};

// The words of `query` that the index does not know are replaced by near ones that it has together
// with the other words; side by side counts more. A word that it knows, however rare, is only
// replaced by a far more frequent one that sounds the same or that its own articles have too, and
// the name of someone never by a word that is no name.
// `root` is the tree of `query`. Throws Xapian::Error.
[[nodiscard]] std::optional<DidYouMean> did_you_mean(const std::string& query,
                                                     const QueryNode& root,
                                                     const SpellingContext& context);

}  // namespace lede
