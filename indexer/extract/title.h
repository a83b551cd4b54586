// The headline of a scraped page.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/extract/lines.h"
#include "indexer/extract/repeats.h"

namespace lede {

// Why what stands above the headline is taken out.
inline constexpr std::string_view kBeforeHeadline = "stands before the headline";

// The line that is the headline, or nothing. In this order:
// 1. a line that stands twice in a row before the running text;
// 2. else the first line before the running text that is no menu, byline, date or label, after the
//    last line of the site's own head; a section name of up to three words only if nothing longer
//    follows before the running text.
// A `declared` headline is looked for instead, where there is one. A line that is `repeated` (which
// may be null), as the name of the site, is taken only if there is no other.
[[nodiscard]] std::optional<std::size_t> find_title(const Lines& lines, std::string_view declared,
                                                    const RepeatedLines* repeated = nullptr);

// Takes out the headline, its repetitions, and what stands before it.
void take_title(Lines& lines, std::size_t title);

}  // namespace lede
