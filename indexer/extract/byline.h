// Who wrote it, as a line of its own says: "By Danny KEMP", "Written by …".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lede {

struct Byline {
  std::string author;  // names as printed, separated by "; "; empty for "By Staff Writers"
  std::string agency;  // "MNA" of "By MNA"
};

// Reads `line` as a byline. `page_head` is the site's name at the top of the page, or empty: it is
// no co-author. Nothing when the line is no byline.
[[nodiscard]] std::optional<Byline> read_byline(std::string_view line, std::string_view page_head);

[[nodiscard]] bool is_byline(std::string_view line);

}  // namespace lede
