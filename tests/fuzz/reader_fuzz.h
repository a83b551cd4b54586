// What every reader's fuzz target does: read the bytes, extract each page, check what must hold.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lede::fuzz {

// `file_name` decides the reader. All strings that come out are UTF-8 without NULs, zones lie in
// the page, and a failure says why.
void read_and_extract(std::string_view file_name, const std::uint8_t* data, std::size_t size);

}  // namespace lede::fuzz
