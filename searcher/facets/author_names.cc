// Telling several authors apart.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/facets/author_names.h"

#include <algorithm>

namespace lede {

std::set<std::string> author_names(std::string_view authors) {
  std::set<std::string> names;
  while (!authors.empty()) {
    const auto end = std::min(authors.find(';'), authors.size());
    std::string_view name = authors.substr(0, end);
    name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
    if (const auto last = name.find_last_not_of(' '); last != std::string_view::npos) {
      names.emplace(name.substr(0, last + 1));
    }
    authors.remove_prefix(std::min(end + 1, authors.size()));
  }
  return names;
}

}  // namespace lede
