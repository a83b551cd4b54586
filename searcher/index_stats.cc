// Xapian's own statistics and the schema's marks.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/index_stats.h"

#include <cmath>

#include "common/database.h"
#include "common/schema.h"

namespace lede {

IndexStats index_stats(const Xapian::Database& database, std::span<const IndexLanguage> languages) {
  IndexStats stats;
  stats.documents = database.get_doccount();
  stats.revision = revision_of(database);
  stats.schema = database.get_metadata(std::string(meta::kSchema));
  stats.analyzer = database.get_metadata(std::string(meta::kAnalyzer));
  for (const IndexLanguage& language : languages) {
    stats.languages.emplace_back(language.tag, language.articles);
  }
  const auto instant = [](const std::string& value) {
    return static_cast<std::int64_t>(std::llround(Xapian::sortable_unserialise(value)));
  };
  if (database.get_value_freq(slot::kPublished) > 0) {
    stats.oldest = instant(database.get_value_lower_bound(slot::kPublished));
    stats.newest = instant(database.get_value_upper_bound(slot::kPublished));
  }
  return stats;
}

}  // namespace lede
