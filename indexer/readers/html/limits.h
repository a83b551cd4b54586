// Keeps hostile markup from costing more than honest markup: nesting is capped as browsers cap it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lede {

inline constexpr std::size_t kMaxOpenElements = 512;   // as in browsers
inline constexpr std::size_t kMaxOpenFormatting = 64;  // <b>, <font>, …: each block reopens them
inline constexpr std::size_t kMaxTagAttributes = 256;  // the parser compares each with all before

// `html` with the start tags overwritten with blanks that would nest deeper than the limits or have
// more attributes. Text and offsets stay the same; nearly all pages come back as they are. Takes
// time linear in the length of `html`.
[[nodiscard]] std::string cap_nesting(std::string_view html);

}  // namespace lede
