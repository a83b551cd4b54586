// What a page says of itself, field by field, before it is decided what to believe.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/html/field_sources.h"
#include "indexer/readers/html/tree.h"

namespace lede {

struct Finding {
  Field field;
  FieldSource source;
  std::string value;  // on one line
};

struct Findings {
  std::vector<Finding> all;  // of one field and source in the order of preference
  std::string body;          // the article's text, as JSON-LD gives it
};

[[nodiscard]] Findings find_fields(const HtmlTree& tree);

}  // namespace lede
