// The boolean language terms, counted by Xapian itself.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/index_languages.h"

#include <algorithm>

#include "common/schema.h"

namespace lede {

std::vector<IndexLanguage> index_languages(const Xapian::Database& database) {
  std::vector<IndexLanguage> languages;
  const std::string prefix(prefix::kLanguage);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    languages.push_back({(*term).substr(prefix.size()), term.get_termfreq()});
  }
  std::stable_sort(languages.begin(), languages.end(),
                   [](const auto& a, const auto& b) { return a.articles > b.articles; });
  return languages;
}

}  // namespace lede
