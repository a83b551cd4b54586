// What browsers send when they have asked for a name and a password (RFC 7617).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lede::serve {

// The password in an Authorization field "Basic …"; nothing in any other.
[[nodiscard]] std::optional<std::string> basic_password(std::string_view authorization);

}  // namespace lede::serve
