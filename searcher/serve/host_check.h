// Whose name a request calls the server by. A page in somebody's browser can have its own name lead
// to this machine, and would then read an archive that is served to this machine only; the name in
// the request gives it away.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lede::serve {

// Whether `host`, with or without a port, is an address in numbers, localhost or one of `named`.
[[nodiscard]] bool is_own_host(std::string_view host, std::span<const std::string> named);

}  // namespace lede::serve
