// Collecting warnings.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/warnings.h"

#include <algorithm>
#include <utility>

namespace lede::query {

void Warnings::add(std::string_view code, std::size_t at, std::string message) {
  if (warnings_.size() < kMost) {
    warnings_.push_back({std::string(code), std::move(message), at});
  }
}

std::vector<QueryWarning> Warnings::take() {
  std::stable_sort(warnings_.begin(), warnings_.end(),
                   [](const QueryWarning& a, const QueryWarning& b) { return a.at < b.at; });
  return std::exchange(warnings_, {});
}

}  // namespace lede::query
