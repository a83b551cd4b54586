// Which reader a file is for: told by its first bytes, and by its name where those cannot tell.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace lede {

struct Detected {
  const Reader* reader = nullptr;
  std::string kind;  // without a reader: what the file is, "image/png"
};

// In this order: a reader that is sure of `head`, the first bytes of the file uncompressed; the one
// for the name, if a text format is not given a picture; the one for the kind that libmagic sees.
// A text of no kind is an article only under a name without an ending: "style.css" is none.
[[nodiscard]] Detected detect(std::string_view name, std::string_view head);

}  // namespace lede
