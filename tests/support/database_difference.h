// Compares all that can be read out of two Xapian databases.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <random>
#include <string>

namespace lede::test {

// What differs, in a line each and at most some ten lines; empty when nothing does. Compared are
// every posting with its positions, every term list, values with their streams and bounds, data,
// lengths, statistics and their bounds, metadata, spelling and synonym tables.
[[nodiscard]] std::string difference(const Xapian::Database& found,
                                     const Xapian::Database& expected);

// What Xapian's own check of all tables at `path` finds wrong; empty when that is nothing.
[[nodiscard]] std::string problems_of(const std::string& path);

// Asks both so many random queries, made of words that `expected` has, and compares the best
// hundred answers, their weights and how many there are; what differs, or nothing.
[[nodiscard]] std::string answer_difference(const Xapian::Database& found,
                                            const Xapian::Database& expected, std::size_t queries,
                                            std::mt19937& random);

}  // namespace lede::test
