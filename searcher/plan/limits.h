// How much work a query may ask for: Xapian has no bound of its own that holds.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace lede::limit {

// Terms of the index that one prefix, wildcard or fuzzy word stands for at most, and all of a query
// together: Xapian matches some 1,000 terms in a tenth of a second, and 10,000 in many seconds,
// whatever its time limit says.
inline constexpr std::size_t kExpansion = 1'000;
inline constexpr std::size_t kExpansions = 2'000;
// Terms looked at for one of them: a list of terms is read at some millions a second.
inline constexpr std::size_t kScannedTerms = 200'000;

// Other forms of a word that stands near others, and terms looked at for them.
inline constexpr std::size_t kForms = 24;
inline constexpr std::size_t kScannedForms = 5'000;
inline constexpr std::size_t kFormLanguages = 4;  // the most frequent ones of the index

// Words of one leaf: a phrase, or Chinese typed without spaces, can have hundreds.
inline constexpr std::size_t kUnitWords = 64;

// Articles whose text is read to see whether words stand in one sentence, and for how long.
inline constexpr std::size_t kCheckedArticles = 20'000;
inline constexpr std::chrono::milliseconds kCheckTime{500};

}  // namespace lede::limit
