// Where the first element of a markup file begins, which tells what it is.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lede {

// `head` from its first element or DOCTYPE on, without byte order mark, blanks, XML declaration,
// comments and processing instructions. Empty when something else stands before any of them.
[[nodiscard]] std::string_view markup_start(std::string_view head);

// The name of the root element of an XML file that begins with `head`, after a DOCTYPE too, without
// its namespace prefix; empty when there is none.
[[nodiscard]] std::string_view root_element(std::string_view head);

}  // namespace lede
