// Pieces of HTML inside other formats: the text field of a JSON record, a title with entities.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lede {

// Whether `text` is clearly HTML and not a text that mentions tags: it starts with a block tag, or
// holds paragraphs or line breaks.
[[nodiscard]] bool looks_like_markup(std::string_view text);

// The text of a piece of HTML, paragraphs by blank lines. What cannot be parsed comes back as it
// is.
[[nodiscard]] std::string markup_to_text(std::string_view markup);

}  // namespace lede
