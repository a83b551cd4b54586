// Takes the furniture of a scraped page out: sharing, links to other stories, comments, cookies.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/extract/lines.h"

namespace lede {

// Lines of a site's head, before the headline: menus, trails, phrases such as "Skip to content".
[[nodiscard]] bool is_site_line(std::string_view line);

// Takes out lines from `from` on that are furniture. From a heading such as "Related Links" on all
// that follows goes, if little of it is running text; else only the heading. If nearly nothing
// would be left, everything stays.
void take_furniture(Lines& lines, std::size_t from);

}  // namespace lede
