// Making and comparing entity tags.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/entity_tag.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "searcher/serve/tokens.h"

namespace lede::serve {

std::string entity_tag(std::string_view question, std::string_view index) {
  const XXH64_hash_t seed = XXH3_64bits(index.data(), index.size());
  const XXH128_hash_t hash = XXH3_128bits_withSeed(question.data(), question.size(), seed);
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "W/\"%016llx%08llx\"",
                static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64 & 0xffffffffU));
  return text.data();
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  const auto items = comma_list(if_none_match);
  const std::string_view opaque = tag.substr(2);  // weak comparison leaves the W/ out
  return std::any_of(items.begin(), items.end(), [&](std::string_view item) {
    return item == "*" || item == opaque || item == tag;
  });
}

}  // namespace lede::serve
