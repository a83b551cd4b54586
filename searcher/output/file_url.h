// Links that a terminal may be given.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lede {

// "file://HOST/…" of an absolute path, everything but plain letters percent-encoded. Terminals
// open it only when the host is theirs.
[[nodiscard]] std::string file_url(std::string_view host, std::string_view path);

// `url` with everything that is not plain ASCII of URLs percent-encoded, when it is http or https;
// else empty: what an article says of itself must not start programs.
[[nodiscard]] std::string web_url(std::string_view url);

}  // namespace lede
