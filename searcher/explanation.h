// Where a hit's score comes from, part by part.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace lede {

struct ExplainedPart {
  // "stem", "form" (the very form typed), "phrase" (words that stand together), "neighbours" (words
  // side by side or near each other in query and article), "recency", "expansion" (a word of the
  // best hits), "other"; "skipped" (negative: what Xapian did not add, since the article could no
  // longer come further up; it happens at the end of a page).
  std::string kind;
  std::vector<std::string> words;  // of the query, as typed
  std::vector<std::string> terms;  // of the index
  std::uint64_t tf = 0;            // how often the article has it, for a part of one term; else 0
  std::uint64_t df = 0;            // how many articles have it; likewise
  double weight = 0;               // what it adds to the score
};

struct Explanation {
  std::uint64_t length = 0;  // of the article, in terms, as BM25 counts it
  double average_length = 0;
  std::vector<ExplainedPart> parts;  // add up to the score
};

}  // namespace lede
