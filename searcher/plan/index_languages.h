// Which languages an index holds, and how many articles of each.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace lede {

struct IndexLanguage {
  std::string tag;  // "und" for articles of unknown language
  std::uint64_t articles = 0;
};

// Most articles first. Throws Xapian::Error.
[[nodiscard]] std::vector<IndexLanguage> index_languages(const Xapian::Database& database);

}  // namespace lede
