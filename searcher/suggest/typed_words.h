// The words of a query that stand for themselves: where they were typed and what the index knows.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/plan/units.h"
#include "searcher/query/tree.h"

namespace lede {

struct TypedWord {
  std::size_t start = 0;  // range in the query as typed: UTF-8 bytes
  std::size_t end = 0;
  UnitWord forms;
  Xapian::doccount frequency = 0;  // articles with one of its forms
  bool correctable = false;        // letters, enough of them, and not insisted on
  bool follows = false;            // typed right after the word before it in the list
  bool needed = true;              // every article found has it: it is no choice of an OR
};

// Words looked for in title and text, in the order typed. Not those of fields, of NOT, of
// wildcards and fuzzy words. `languages`: tags of the index. Throws Xapian::Error.
[[nodiscard]] std::vector<TypedWord> typed_words(std::string_view query, const QueryNode& root,
                                                 const Xapian::Database& database,
                                                 Analyzer& analyzer,
                                                 std::span<const std::string> languages);

}  // namespace lede
