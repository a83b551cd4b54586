// Archives and compressed bytes, made in memory: what tests of readers unpack.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lede::test {

enum class Filter : std::uint8_t { kNone, kGzip, kZstd, kXz, kBzip2 };

[[nodiscard]] std::string compressed(std::string_view bytes, Filter filter);

struct Member {
  std::string name;
  std::string bytes;
  std::string link_to;         // of a symbolic link; it has no bytes
  bool stored = false;         // in a zip: not compressed
  std::uint64_t repeated = 1;  // the bytes so many times over, for bombs
};

[[nodiscard]] std::string make_zip(const std::vector<Member>& members);
[[nodiscard]] std::string make_tar(const std::vector<Member>& members,
                                   Filter filter = Filter::kNone);

}  // namespace lede::test
