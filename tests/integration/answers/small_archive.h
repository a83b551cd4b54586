// A database of a few articles that a test writes and changes by itself.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/article.h"
#include "common/text/analyzer.h"
#include "searcher/search.h"
#include "tests/support/temp_dir.h"

namespace lede::test {

class SmallArchive {
 public:
  SmallArchive();

  // Adds it, or puts it in the place of the one with the same id.
  void put(const Article& article);
  // An English article without a title.
  void put(const std::string& id, const std::string& text);
  void remove(const std::string& id);
  void commit() { database_.commit(); }

  // What was put is committed first.
  [[nodiscard]] Searcher searcher();
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  TempDir folder_;
  std::string path_;
  Xapian::WritableDatabase database_;
  Analyzer analyzer_;
};

[[nodiscard]] Article english(const std::string& id, const std::string& text);
[[nodiscard]] Article dated(Article article, std::int64_t instant,
                            DatePrecision precision = DatePrecision::kDay);

// The answer, which must be one.
[[nodiscard]] SearchResponse answer(Searcher& searcher, const SearchRequest& request);
[[nodiscard]] std::vector<std::string> ids(const SearchResponse& response);

}  // namespace lede::test
