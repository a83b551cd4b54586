// Where a reader of hits stands: which articles were shown, to go on after them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace lede {

// Articles may be added, changed and removed between two pages, and every such change shifts the
// scores of all. So a cursor holds no place in an order but the articles already shown: the next
// page has the best of the others.
struct Cursor {
  std::uint64_t question = 0;       // hash of the query and of the options that choose and order
  std::uint64_t database = 0;       // hash of the database's own identity
  std::vector<Xapian::docid> seen;  // ascending
};

// A cursor grows by two or three bytes a hit. After so many there is none.
inline constexpr std::size_t kMostSeen = 10'000;

// Letters, digits, "-" and "_": safe in URLs and shells.
[[nodiscard]] std::string encode_cursor(const Cursor& cursor);

// kUsage when `token` is no cursor, or a damaged one.
[[nodiscard]] Result<Cursor> decode_cursor(std::string_view token);

}  // namespace lede
