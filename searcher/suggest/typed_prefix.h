// Where the word that is being typed begins.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/query/tree.h"

namespace lede {

struct TypedPrefix {
  std::string before;              // what was typed before the word, to the byte
  std::string term;                // the letters of the word so far, folded; empty: none is begun
  Field field = Field::kAny;       // "author:an": what the word is looked for in
  std::string before_field;        // of a field: what was typed before its name
  std::vector<std::string> words;  // folded: of the field's value, else of all that was typed; the
                                   // last is `term`
};

[[nodiscard]] TypedPrefix typed_prefix(std::string_view typed, Analyzer& analyzer);

}  // namespace lede
