// The fields at the top of a Markdown file: YAML between lines of "---", or TOML between "+++".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "indexer/readers/json_fields.h"

namespace lede {

// Reads the front matter that `text` starts with into `fields`, and returns what comes after it.
// Text without front matter, or with a broken one, comes back whole: it is text then.
[[nodiscard]] std::string_view read_front_matter(std::string_view text, FieldCollector& fields);

}  // namespace lede
