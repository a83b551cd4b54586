// Cutting very long chunks, such as a Chinese paragraph or a page without spaces, where no news
// rule looks across: so that memory is bounded by the cut and not by the text.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace lede {

// Slices of `chunk`, whose segments end at `ends`, as numbers of segments that end each slice,
// ascending; the last is ends.size(). A slice is cut at the first harmless place after `bytes`.
[[nodiscard]] std::vector<std::size_t> slice_chunk(std::string_view chunk,
                                                   std::span<const std::uint32_t> ends,
                                                   std::size_t bytes);

}  // namespace lede
