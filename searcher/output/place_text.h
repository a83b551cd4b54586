// Where an article is: its address, else its file, a link where the terminal has links.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "searcher/output/terminal_style.h"
#include "searcher/search.h"

namespace lede {

// On one line however long, so that it can be copied; with links, where the whole address is in
// the link, shortened in the middle to fit. The id follows where it is neither address nor path.
[[nodiscard]] std::string place_text(const Hit& hit, const TerminalStyle& style);

}  // namespace lede
