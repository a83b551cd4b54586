// The names in what is printed as an article's author.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace lede {

// "Ann Lee; Bo Li" apart; each name once.
[[nodiscard]] std::set<std::string> author_names(std::string_view authors);

}  // namespace lede
