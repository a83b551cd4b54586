// A name for each request, in its answer and in the log.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lede::serve {

// `sent` by the client, or by a proxy before us, if it is short and plain; else a new one.
[[nodiscard]] std::string request_id(std::string_view sent);

}  // namespace lede::serve
