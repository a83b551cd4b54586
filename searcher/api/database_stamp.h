// Whether databases on disk are those that were opened: told by their version files alone, in
// microseconds, so that it can be asked for each request.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace lede::serve {

// Xapian puts a new version file in the place of the old one at each commit. So another stamp is
// another revision, or another database.
using DatabaseStamp = std::vector<std::uint64_t>;

// What is not there has a stamp too. Databases behind a stub file cannot be looked at from here:
// their stamp changes every few seconds.
[[nodiscard]] DatabaseStamp read_stamp(std::span<const std::string> paths);

// As a text, to be a part of keys.
[[nodiscard]] std::string stamp_text(const DatabaseStamp& stamp);

// When the last of them was committed: seconds since 1970; 0 where that cannot be told.
[[nodiscard]] std::int64_t last_commit(std::span<const std::string> paths);

}  // namespace lede::serve
