// Entity tags: the same question to the same state of the index has the same.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lede::serve {

// Weak, because answers that say the same may differ in the time they took.
[[nodiscard]] std::string entity_tag(std::string_view question, std::string_view index);

// Whether an If-None-Match names `tag`.
[[nodiscard]] bool names_tag(std::string_view if_none_match, std::string_view tag);

}  // namespace lede::serve
