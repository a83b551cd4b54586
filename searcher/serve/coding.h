// Compressed bodies.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lede::serve {

// Whether `accept_encoding` allows gzip.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

// `bytes` by gzip where that is worth it, else as they are.
[[nodiscard]] std::string smaller(std::string bytes);

// What smaller() compressed. No text begins so.
[[nodiscard]] bool is_gzip(std::string_view bytes);

}  // namespace lede::serve
