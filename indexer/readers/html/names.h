// What authors of pages call their elements: class names and ids that tell the article from the
// furniture around it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/readers/html/marks.h"
#include "indexer/readers/html/tree.h"

namespace lede {

enum class NameKind : std::uint8_t {
  kNone,
  kBody,  // the article's own text: "entry-content", "story-body"
  kComments,
  kRelated,
  kTeaser,  // of another story, if it has a link; else of this one
  kShare,
  kNavigation,
  kAdvertisement,
  kSubscription,
  kCookies,
  kSidebar,
  kMeta,     // byline, date, tags of the article
  kCaption,  // of a picture
  kHidden,   // shown to nobody or to screen readers only
};

// What the class names and the id of `node` say, surest first.
[[nodiscard]] NameKind name_kind(const HtmlNode& node);

// How an element of `kind` is marked: "comments", "share"; null for kNone and kBody.
[[nodiscard]] const Mark* mark_of(NameKind kind);

}  // namespace lede
