// From what was typed to a query tree. Never fails on typed text: what cannot be understood is
// taken literally and reported as a warning. docs/query-language.md is the user's copy.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/result.h"
#include "searcher/query/time_zone.h"
#include "searcher/query/tree.h"

namespace lede {

// Passing one is the only way parsing fails, unless it is strict; each has an error code of its
// own.
struct ParseLimits {
  std::size_t bytes = 2048;  // as typed; kQueryTooLong
  std::size_t terms = 64;    // leaves of the tree; a phrase counts its words; kTooManyTerms
  std::size_t depth = 32;    // brackets within brackets; never more than 200; kQueryTooDeep
};

struct ParseOptions {
  ParseLimits limits;
  bool strict = false;   // a warning is an error (kBadQuery): for programs
  std::int64_t now = 0;  // seconds since 1970 UTC; what relative dates count from
  TimeZone zone;         // where days begin
};

// Invalid UTF-8 in `query` becomes U+FFFD first; offsets count in the text with those. Thread-safe.
[[nodiscard]] Result<ParsedQuery> parse_query(std::string_view query, const ParseOptions& options);

// The tree on one line, for people and tests:
// `(words word:zelensky (not phrase:"long range") date:2024-05-01..2024-06-01)`. No two trees print
// alike, offsets aside:
//   node  = ["+"] (leaf | "(" operator {" " node} ")") ["~" distance] ["^" boost]
//   leaf  = ("word" | "phrase" | "prefix" | "wildcard" | "fuzzy" | "value") ["@" field] ":" text
//         | "date:" [time] ".." [time] | "all"
//   operator = "words" | "and" | "or" | "not" | "near" | "adjacent" | "sentence"
//   text  = as it is, or in "" with \ before " and \: a phrase always, else where it has white
//           space, brackets, quotation marks, backslashes, ~ or ^
//   time  = 2024-05-31 or, when it is not midnight, 2024-05-31T12:30:00; UTC, the end excluded
[[nodiscard]] std::string to_string(const QueryNode& node);

}  // namespace lede
