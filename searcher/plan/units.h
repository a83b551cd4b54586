// The leaves of a query tree after analysis: the same words the index has. The planner makes
// Xapian queries of them, the snippet finds them in the text, so both mean the same.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/query/tree.h"

namespace lede {

// One word of a unit, in the forms the analyzer gives it.
struct UnitWord {
  std::string term;                     // folded exact form
  std::vector<std::string> alternates;  // more telling ways it was typed: "café", "$735", "#tag"
  std::string acronym;                  // "u.s." when typed "US" or "U.S."; else empty
  std::vector<std::string> stems;       // by each language of the index, without repetition
  bool acronym_only = false;            // "US" must not find "us"; set by the planner

  bool operator==(const UnitWord&) const = default;
};

// A leaf of kind kWord, kPhrase or kPrefix.
struct QueryUnit {
  NodeKind kind = NodeKind::kWord;
  Field field = Field::kAny;
  std::string typed;                // as typed, for messages and missing words
  std::vector<UnitWord> words;      // in order; "long-range" has two. A kPrefix's last word's term
                                    // is the prefix. May be empty: "..." has no word
  std::vector<std::string> joined;  // one-word forms of all its words: "longrange"
  std::vector<std::string> joined_stems;  // and their stems
  bool dictionary = false;  // its words were found by a dictionary: they need not be adjacent
  bool required = false;    // typed with "+"
  bool negated = false;     // under an odd number of NOTs: never marked in a snippet
  bool ignored = false;     // a stop word beside others: not asked for; set by the planner
  double weight = 1;        // how telling it is (inverse document frequency); set by the planner

  bool operator==(const QueryUnit&) const = default;
};

// The form that says most about what was typed: "café" of "cafe", "$735" of "735", "u.s" where
// only the acronym will do. It is what a word alone between quotation marks means.
[[nodiscard]] std::string_view very_form(const UnitWord& word);

// The units of all such leaves below `root`, in the order typed. `languages` are those of the
// index ("und" for articles of unknown language), most frequent first.
[[nodiscard]] std::vector<QueryUnit> analyze_query(const QueryNode& root, Analyzer& analyzer,
                                                   std::span<const std::string> languages);

}  // namespace lede
