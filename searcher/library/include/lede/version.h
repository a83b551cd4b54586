// Which library this is.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "lede/export.h"

namespace lede::v1 {

// Of the library that runs: "0.1.0". What changed in a way that programs must follow has another
// namespace: lede::v2.
[[nodiscard]] LEDE_EXPORT std::string_view version() noexcept;

// Of the answers, and so the `format_version` that the same answers have as JSON.
[[nodiscard]] LEDE_EXPORT int format_version() noexcept;

}  // namespace lede::v1
