// What is in a database, in figures.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/upkeep/stats.h"

#include <xapian.h>

#include <algorithm>
#include <array>

#include "common/database.h"
#include "common/schema.h"
#include "common/xapian_guard.h"
#include "indexer/update/database_folder.h"
#include "indexer/update/store.h"

namespace lede {
namespace {

std::optional<std::int64_t> instant(const std::string& value) {
  if (value.empty()) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(Xapian::sortable_unserialise(value));
}

// The index keeps bounds that may be wider than its values after removals, so the values are read.
void find_dates(const Xapian::Database& database, DatabaseStats& stats) {
  for (auto value = database.valuestream_begin(slot::kPublished);
       value != database.valuestream_end(slot::kPublished); ++value) {
    const auto published = instant(*value);
    stats.oldest = stats.oldest ? std::min(stats.oldest, published) : published;
    stats.newest = std::max(stats.newest, published);
  }
}

void count_languages(const Xapian::Database& database, DatabaseStats& stats) {
  const std::string prefix(prefix::kLanguage);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    stats.languages.emplace_back((*term).substr(prefix.size()), term.get_termfreq());
  }
  std::stable_sort(stats.languages.begin(), stats.languages.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
}

DatabaseStats gather(const std::string& path, const Xapian::Database& database,
                     const Store& store) {
  DatabaseStats stats;
  stats.articles = database.get_doccount();
  for (const auto& [key, state] : store.file_states()) {
    ++stats.files;
    stats.failed_records += state.failed;
    stats.incomplete_files += state.incomplete ? 1U : 0U;
    stats.text_bytes += state.text_bytes;
  }
  stats.index_bytes = folder_bytes(path);
  stats.sources = store.sources();
  count_languages(database, stats);
  find_dates(database, stats);
  stats.revision = revision_of(database);
  stats.schema = database.get_metadata(std::string(meta::kSchema));
  stats.analyzer = database.get_metadata(std::string(meta::kAnalyzer));
  return stats;
}

}  // namespace

Result<DatabaseStats> database_stats(const std::string& path) {
  const auto database = open_databases(std::array{path});
  if (!database) {
    return fail(database.error());
  }
  const auto store = Store::open_dry(path);
  if (!store) {
    return fail(store.error());
  }
  return xapian_guard(path, [&] { return gather(path, *database, *store); });
}

}  // namespace lede
