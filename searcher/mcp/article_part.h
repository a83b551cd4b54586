// An article as it is read: what is known of it, and a part of its text.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "common/result.h"
#include "searcher/mcp/json.h"

namespace lede::mcp {

struct Part {
  std::size_t start = 0;  // in characters
  std::size_t length = 0;
};

// Makes of an article as the library gives it one with this part of its text only, what is marked
// in it, and without what was taken out of it as no part of it. Error: kUsage where the part starts
// after the end.
[[nodiscard]] Result<void> cut_article(OrderedJson& article, Part part);

}  // namespace lede::mcp
