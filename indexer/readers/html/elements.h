// What the elements of a page are for: how they break lines, and which hold no text for readers.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gumbo.h>

#include <cstdint>

#include "indexer/readers/html/tree.h"

namespace lede {

enum class Layout : std::uint8_t { kInline, kLine, kParagraph, kCell, kBreak, kPreformatted };

[[nodiscard]] Layout layout_of(GumboTag tag);

// Elements that hold no text for readers: scripts, forms' fields, pictures drawn in markup.
[[nodiscard]] bool is_machinery(GumboTag tag);

// Not shown to readers, by attribute or by its own style.
[[nodiscard]] bool is_hidden(const HtmlNode& node);

// Its role says that it is no part of the story: "navigation", "banner".
[[nodiscard]] bool has_furniture_role(const HtmlNode& node);

}  // namespace lede
