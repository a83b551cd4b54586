// The headline of a scraped page.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/extract/lines.h"

namespace lede {

// The line that is the headline, or nothing. In this order:
// 1. a line that stands twice in a row before the running text;
// 2. else the first line before the running text that is no menu, byline, date or label, after the
//    last line of the site's own head; a section name of up to three words only if nothing longer
//    follows before the running text.
// A `declared` headline is looked for instead, where there is one.
[[nodiscard]] std::optional<std::size_t> find_title(const Lines& lines, std::string_view declared);

// Takes out the headline, its repetitions, and what stands before it.
void take_title(Lines& lines, std::size_t title);

}  // namespace lede
