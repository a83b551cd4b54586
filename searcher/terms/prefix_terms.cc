// A walk through a part of the sorted list of terms.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/terms/prefix_terms.h"

#include <algorithm>

namespace lede {

PrefixTerms prefix_terms(const Xapian::Database& database, std::string_view prefix,
                         std::string_view start, std::size_t steps, std::size_t most) {
  PrefixTerms found;
  const std::string all = std::string(prefix).append(start);
  const auto end = database.allterms_end(all);
  for (auto at = database.allterms_begin(all); at != end; ++at, --steps) {
    if (steps == 0) {
      found.complete = false;
      break;
    }
    found.terms.push_back({(*at).substr(prefix.size()), at.get_termfreq()});
  }
  std::sort(found.terms.begin(), found.terms.end(), [](const PrefixTerm& a, const PrefixTerm& b) {
    return a.frequency != b.frequency ? a.frequency > b.frequency : a.term < b.term;
  });
  found.terms.resize(std::min(found.terms.size(), most));
  return found;
}

}  // namespace lede
