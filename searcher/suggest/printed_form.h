// How a word of the index stands in print: its capitals and accents.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lede {

// The form in which `term` (folded) stands most often inside sentences of `text`, where a capital
// means something. Absent when it does not.
[[nodiscard]] std::optional<std::string> printed_form(std::string_view text, std::string_view term);

// The same from the first articles of the database that have the term, at most `articles`; the
// term itself when they do not tell. Throws Xapian::Error.
[[nodiscard]] std::string printed_form(const Xapian::Database& database, const std::string& term,
                                       std::size_t articles);

}  // namespace lede
