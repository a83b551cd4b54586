// From a matched document to a hit: its record read, its missing words named, its snippets cut.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <span>
#include <string_view>

#include "common/text/analyzer.h"
#include "searcher/article_file.h"
#include "searcher/article_matches.h"
#include "searcher/match.h"
#include "searcher/plan/units.h"
#include "searcher/search.h"

namespace lede {

// For one page of hits. The references must outlive it. Throws Xapian::Error.
class HitBuilder {
 public:
  HitBuilder(const Xapian::Database& database, std::span<const QueryUnit> units, Analyzer& analyzer,
             const SearchRequest& request)
      : database_(database),
        units_(units),
        matcher_(units, request.match),
        analyzer_(analyzer),
        request_(request) {
    if (!request.metadata_only) {
      files_.emplace(database);
    }
  }

  // Throws Xapian::Error; Xapian::DatabaseCorruptError for a damaged record.
  [[nodiscard]] Hit build(const MatchedDocument& match);

 private:
  void mark(Hit& hit, const Article& article) const;

  const Xapian::Database& database_;
  std::span<const QueryUnit> units_;
  ArticleMatcher matcher_;
  Analyzer& analyzer_;
  const SearchRequest& request_;
  std::optional<ArticleFiles> files_;
};

// "there is no article with the id …"
[[nodiscard]] Failure no_such_article(std::string_view id);

// The stored article with this id, or kNotFound. Throws Xapian::Error.
[[nodiscard]] Result<Article> read_article(const Xapian::Database& database, std::string_view id);

}  // namespace lede
