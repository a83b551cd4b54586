// Copyright lines, and the outlet they name.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/lines.h"

namespace lede {

// A line that states the page's copyright: "© 2024 Name", "(c) Name 2024"; at the very end of the
// page also inside a paragraph of terms: "… Copyright 1995-2024 - Name".
[[nodiscard]] bool is_copyright(const Lines& lines, std::size_t index);

struct CopyrightHolder {
  std::string name;     // empty when no line names one clearly, or two name two
  bool agency = false;  // it is a news agency, so the outlet may be another
};

// Who holds the copyright of the page, by the lines after its running text starts. A name in
// capitals at the top of the page that the holder's name starts with is the outlet, as the page
// prints it.
[[nodiscard]] CopyrightHolder find_copyright_holder(const Lines& lines);

}  // namespace lede
