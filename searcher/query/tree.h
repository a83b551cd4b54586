// The query tree: what the parser made of what was typed, before any index is asked.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/time_zone.h"

namespace lede {

// Which part of an article a word is looked for in. kAny is title and text.
enum class Field : std::uint8_t {
  kAny,
  kTitle,
  kAuthor,
  kSource,
  kPlace,
  kUrl,
  kPath,
  kLanguage,
  kId,
  kHas,  // what an article has: "author", "date", …
  kIs,   // what it is: "wire", "damaged"
};

// A span of time: [from, to) in seconds since 1970 UTC; an absent end is open.
struct DateRange {
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> to;

  bool operator==(const DateRange&) const = default;
};

enum class NodeKind : std::uint8_t {
  kWord,      // `text`: one chunk as typed (no white space): "F-16", "U.S.", "long-range", "Köln"
  kPhrase,    // `text`: the words between quotation marks; one word means that very form
  kPrefix,    // `text`: the letters before the "*"
  kWildcard,  // `text`: letters with "*" (any letters) and "?" (one letter) among them
  kFuzzy,     // `text`: a word; as far from it as `distance` edits, 1 or 2
  kValue,     // `text`: a whole value of a boolean field (kLanguage, kId, kHas, kIs)
  kDates,     // `dates`
  kAll,       // "*": every article
  kWords,     // children typed side by side: combined as --match says
  kAnd,       // children joined by AND or &: all of them
  kOr,        // children joined by OR or |: any of them
  kNot,       // children[0] is what must not match; only as a child of kWords or kAnd, or alone
  // Children are words, phrases, prefixes, wildcards, fuzzy words, or an OR of those:
  kNear,      // all of them, at most `distance` words from the first to the last, in any order
  kAdjacent,  // likewise, in this order
  kSentence,  // all of them in one sentence
};

// "word", "phrase", …: the name in printed trees and in JSON.
[[nodiscard]] std::string_view kind_name(NodeKind kind);

// A tree of values; children are owned. Nesting is bounded by ParseLimits::depth.
struct QueryNode {
  NodeKind kind = NodeKind::kWords;
  Field field = Field::kAny;  // of leaves with a text
  std::string text;
  bool required = false;  // typed with "+": not dropped when the query is relaxed
  double boost = 1;       // typed with "^": times its weight; above 0
  // kFuzzy: edits. kNear, kAdjacent: words from one end to the other. kPhrase typed with "~": how
  // many other words may stand among its own, which may then come in any order; else 0.
  std::uint32_t distance = 0;
  DateRange dates;
  std::size_t start = 0;  // range in the query as typed: UTF-8 bytes
  std::size_t end = 0;
  std::vector<QueryNode> children;

  bool operator==(const QueryNode&) const = default;
};

// Something in the query that was not taken the way it may have been meant.
struct QueryWarning {
  std::string code;     // stable: "unknown_field", "unbalanced_quote", "bad_date", …
  std::string message;  // for people
  std::size_t at = 0;   // byte offset in the query as typed

  bool operator==(const QueryWarning&) const = default;
};

struct ParsedQuery {
  QueryNode root;  // always kWords, kAnd or kOr at the top when there is more than one node
  std::vector<QueryWarning> warnings;
  TimeZone zone;      // that its dates were read in
  bool empty = true;  // nothing to search for was typed
};

}  // namespace lede
