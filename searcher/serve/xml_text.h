// Text of articles in XML: escaping is pugixml's, but XML 1.0 has no way at all to write some
// characters.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lede::serve {

// Valid UTF-8 whose characters XML 1.0 allows; others become U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace lede::serve
