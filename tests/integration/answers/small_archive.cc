// Writing the small database.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/answers/small_archive.h"

#include <array>
#include <stdexcept>

#include "common/schema.h"
#include "indexer/document.h"

namespace lede::test {

SmallArchive::SmallArchive()
    : path_((folder_.path() / "lede.db").string()), database_(path_, Xapian::DB_CREATE) {
  write_schema(database_);
}

void SmallArchive::put(const Article& article) {
  database_.replace_document(boolean_term(prefix::kId, article.id),
                             build_document(article, "0:" + article.id, analyzer_));
}

void SmallArchive::put(const std::string& id, const std::string& text) { put(english(id, text)); }

void SmallArchive::remove(const std::string& id) {
  database_.delete_document(boolean_term(prefix::kId, id));
}

Searcher SmallArchive::searcher() {
  commit();
  auto opened = Searcher::open(std::array{path_});
  if (!opened) {
    throw std::runtime_error(opened.error().message);
  }
  return *std::move(opened);
}

Article english(const std::string& id, const std::string& text) {
  Article article;
  article.id = id;
  article.language = "en";
  article.text = text;
  return article;
}

Article dated(Article article, std::int64_t instant, DatePrecision precision) {
  article.published = PublishedDate{instant, precision, "field"};
  return article;
}

SearchResponse answer(Searcher& searcher, const SearchRequest& request) {
  auto response = searcher.search(request);
  if (!response) {
    throw std::runtime_error(response.error().message);
  }
  return *std::move(response);
}

std::vector<std::string> ids(const SearchResponse& response) {
  std::vector<std::string> all;
  for (const Hit& hit : response.hits) {
    all.push_back(hit.id);
  }
  return all;
}

}  // namespace lede::test
