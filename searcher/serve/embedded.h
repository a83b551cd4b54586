// Files that are a part of the program; lede_embed in CMakeLists.txt puts them in.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lede::serve {

[[nodiscard]] std::string_view openapi_json();
[[nodiscard]] std::string_view page_css();
[[nodiscard]] std::string_view icon_svg();
[[nodiscard]] std::string_view main_js();
[[nodiscard]] std::string_view suggest_js();
[[nodiscard]] std::string_view timeline_js();
[[nodiscard]] std::string_view results_js();
[[nodiscard]] std::string_view reader_js();

}  // namespace lede::serve
