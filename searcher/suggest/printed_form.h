// How words stand in print: their capitals, and what follows them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "searcher/suggest/article_texts.h"

namespace lede {

// The form in which `term` (folded) stands most often inside sentences of `text`, where a capital
// means something. Absent when it does not, or has no capitals.
[[nodiscard]] std::optional<std::string> printed_form(std::string_view text, std::string_view term);

// The same by the first of the articles that tells; the term itself when none does. Throws
// Xapian::Error.
[[nodiscard]] std::string printed_form(ArticleTexts& texts, const std::string& term,
                                       std::span<const Xapian::docid> articles);

using WordCounts = std::map<std::string, std::size_t, std::less<>>;

// The words, folded, that stand after `term` in `text`, nothing but a space between; how often.
[[nodiscard]] WordCounts words_following(std::string_view text, std::string_view term);

}  // namespace lede
