// Reading the lists that an Inverter makes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace lede {

// Takes a LEB128 number off the front of `list`.
inline std::uint64_t take_uint(std::string_view& list) {
  std::uint64_t value = 0;
  unsigned shift = 0;
  std::size_t at = 0;
  for (; static_cast<unsigned char>(list[at]) >= 0x80; ++at, shift += 7) {
    value |= std::uint64_t{static_cast<unsigned char>(list[at]) & 0x7fU} << shift;
  }
  value |= std::uint64_t{static_cast<unsigned char>(list[at])} << shift;
  list.remove_prefix(at + 1);
  return value;
}

// Calls visit(document number, within-document frequency, tag of the position table) for each
// document; a term without positions in it has an empty tag.
template <typename Visit>
void read_list(std::string_view list, const Visit& visit) {
  std::uint32_t docid = 0;
  while (!list.empty()) {
    docid += static_cast<std::uint32_t>(take_uint(list));
    const auto wdf = static_cast<std::uint32_t>(take_uint(list));
    const std::size_t tag_bytes = take_uint(list);
    visit(docid, wdf, list.substr(0, tag_bytes));
    list.remove_prefix(tag_bytes);
  }
}

}  // namespace lede
