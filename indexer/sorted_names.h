// Sorting many names by their bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace lede {

// The first eight bytes as a number that sorts as they do.
inline std::uint64_t leading_bytes(std::string_view name) {
  std::uint64_t number = 0;
  const std::size_t count = std::min(name.size(), sizeof number);
  for (std::size_t i = 0; i < count; ++i) {
    number = number << 8U | static_cast<unsigned char>(name[i]);
  }
  return count == 0 ? 0 : number << (8 * (sizeof number - count));
}

// The numbers 0 to `count` - 1 in the order of `name_of(number)`. Most names differ in their
// leading bytes, so that few have to be fetched to be compared.
template <typename NameOf>
std::vector<std::uint32_t> sorted_by_name(std::size_t count, const NameOf& name_of) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
  keyed.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    keyed.emplace_back(leading_bytes(name_of(i)), static_cast<std::uint32_t>(i));
  }
  std::sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : name_of(a.second) < name_of(b.second);
  });
  std::vector<std::uint32_t> order(count);
  std::transform(keyed.begin(), keyed.end(), order.begin(),
                 [](const auto& entry) { return entry.second; });
  return order;
}

}  // namespace lede
