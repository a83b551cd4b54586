// The terms of a database that start with some letters.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lede {

struct PrefixTerm {
  std::string term;                // without the prefix of its field
  Xapian::doccount frequency = 0;  // articles that have it
};

struct PrefixTerms {
  std::vector<PrefixTerm> terms;  // the most frequent first
  bool complete = true;           // false: there are more terms than were looked at
};

// Terms `prefix` + `start` + anything, of the first `steps` of them the `most` frequent. Throws
// Xapian::Error.
[[nodiscard]] PrefixTerms prefix_terms(const Xapian::Database& database, std::string_view prefix,
                                       std::string_view start, std::size_t steps, std::size_t most);

}  // namespace lede
