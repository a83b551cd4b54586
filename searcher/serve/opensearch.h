// The OpenSearch description: how browsers and other programs add this search to theirs.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lede::serve {

inline constexpr std::string_view kOpenSearch = "application/opensearchdescription+xml";

// `base` is what clients call the server: "http://127.0.0.1:7700".
[[nodiscard]] std::string opensearch_description(const std::string& base);

}  // namespace lede::serve
