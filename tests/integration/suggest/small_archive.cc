// Articles straight into a database.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/suggest/small_archive.h"

#include <gtest/gtest.h>

#include <array>
#include <stdexcept>
#include <utility>

#include "common/schema.h"
#include "indexer/document.h"

namespace lede::test {

SmallArchive::SmallArchive()
    : path_((directory_.path() / "lede.db").string()), database_(path_, Xapian::DB_CREATE) {
  write_schema(database_);
}

void SmallArchive::add(Article article, int times) {
  for (; times > 0; --times) {
    article.id = std::to_string(++added_);
    database_.add_document(build_document(article, "0:test/" + article.id, analyzer_));
  }
}

void SmallArchive::add(std::string_view text, int times) {
  Article article;
  article.language = "en";
  article.text = text;
  add(std::move(article), times);
}

Searcher SmallArchive::searcher() {
  database_.commit();
  auto opened = Searcher::open(std::array{path_});
  if (!opened) {
    throw std::runtime_error(opened.error().message);
  }
  return *std::move(opened);
}

}  // namespace lede::test
