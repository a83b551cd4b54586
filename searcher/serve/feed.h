// A search as a feed: the newest articles that match, for feed readers.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "searcher/search.h"

namespace lede::serve {

inline constexpr std::string_view kAtom = "application/atom+xml; charset=utf-8";
inline constexpr std::string_view kJsonFeed = "application/feed+json";

// Both link to articles by their own URLs, where these are http or https, else by ours below
// `base`, such as "http://127.0.0.1:7700".
[[nodiscard]] std::string atom_feed(const SearchResponse& response, std::string_view base);
[[nodiscard]] std::string json_feed(const SearchResponse& response, std::string_view base);

}  // namespace lede::serve
