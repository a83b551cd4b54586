// The leaves of a query tree after analysis: the same words the index has. The planner makes
// Xapian queries of them, the snippet finds them in the text, so both mean the same.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
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
  bool counts_alone = false;            // a compound's word that is found by itself; likewise

  bool operator==(const UnitWord&) const = default;
};

// What may stand at one position: any of the terms, or any term that fits the pattern.
struct WordSlot {
  std::vector<std::string> terms;  // for a pattern: those of the index, set by the planner
  std::string pattern;             // "def*", "w?rd"; else empty
  std::vector<std::string> stems;  // the planner adds the index's terms that have one of them
  std::uint32_t edits = 0;         // it adds those so near to the first term
  bool operator==(const WordSlot&) const = default;
};

// Slots at consecutive positions of one field.
struct Writing {
  Field field = Field::kAny;
  std::vector<WordSlot> slots;
  bool operator==(const Writing&) const = default;
};

// A leaf: a word, phrase, prefix, wildcard or fuzzy word; or words that must stand together
// (kNear, kAdjacent, kSentence), which match as one.
struct QueryUnit {
  NodeKind kind = NodeKind::kWord;
  Field field = Field::kAny;
  std::string typed;                // as typed, for messages and missing words
  std::size_t at = 0;               // where: bytes from the start of the query
  std::vector<UnitWord> words;      // in order; "long-range" has two. May be empty: "..." has none
  std::vector<std::string> joined;  // one-word forms of all its words: "longrange"
  std::vector<std::string> joined_stems;  // and their stems
  // Any of these is the unit. A kWord is besides found by its words' stems; what is here are then
  // other ways to write it, which the planner finds in the index: "long range" of "longrange".
  std::vector<Writing> writings;
  std::vector<QueryUnit> parts;  // what must stand together, each by its writings
  std::uint32_t distance = 0;    // kNear, kAdjacent: from the end of the first part to the start
                                 // of the last, in words: 1 is side by side. kFuzzy: edits
  bool dictionary = false;       // its words were found by a dictionary: they need not be adjacent
  bool required = false;         // typed with "+"
  bool negated = false;          // under an odd number of NOTs: never marked in a snippet
  bool asks = false;     // a word of asking in a long question: counts less; set by the planner
  bool ignored = false;  // a stop word beside others: not asked for; set by the planner
  double weight = 1;     // how telling it is (inverse document frequency); set by the planner

  bool operator==(const QueryUnit&) const = default;
};

// Whether words of `unit` must stand together.
[[nodiscard]] bool is_group(NodeKind kind);

// The form that says most about what was typed: "café" of "cafe", "$735" of "735", "u.s" where
// only the acronym will do. It is what a word alone between quotation marks means.
[[nodiscard]] std::string_view very_form(const UnitWord& word);

// The writings of a phrase, from its words: once more when `acronym_only` has been set.
[[nodiscard]] std::vector<Writing> phrase_writings(const QueryUnit& phrase);

// Calls `visit` for each node below `root`, and `root`, that is a unit, in the order typed;
// `negated`: under an odd number of NOTs.
void for_each_unit_node(const QueryNode& root,
                        const std::function<void(const QueryNode& node, bool negated)>& visit);

// One unit for each such node. `languages` are those of the index ("und" for articles of unknown
// language), most frequent first.
[[nodiscard]] std::vector<QueryUnit> analyze_query(const QueryNode& root, Analyzer& analyzer,
                                                   std::span<const std::string> languages);

}  // namespace lede
