// Where a term stands in a document, as a tag of the position table.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace lede::glass {

// Appends `positions`, which rise and are at least one, by interpolative coding: the one in the
// middle of what is left, in just the bits that its neighbours leave open.
// (Moffat and Stuiver, "Binary Interpolative Coding for Effective Index Compression", 2000.)
void append_positions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace lede::glass
