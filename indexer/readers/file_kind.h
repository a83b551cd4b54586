// What libmagic says a file is.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lede {

// The MIME type of a file that begins with `head`; "unknown" when libmagic cannot be used.
// Thread-safe; the first call of a thread loads libmagic's database.
[[nodiscard]] std::string kind_of_file(std::string_view head);

}  // namespace lede
