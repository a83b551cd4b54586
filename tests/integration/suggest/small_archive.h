// A database of a few invented articles, made as lede-indexer makes them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

#include "common/article.h"
#include "common/text/analyzer.h"
#include "searcher/search.h"
#include "tests/support/temp_dir.h"

namespace lede::test {

class SmallArchive {
 public:
  SmallArchive();

  // Adds the article `times` times, each with an id of its own.
  void add(Article article, int times = 1);
  // An English article without a title.
  void add(std::string_view text, int times = 1);

  // Opens what was added so far.
  Searcher searcher();

 private:
  TempDir directory_;
  std::string path_;
  Xapian::WritableDatabase database_;
  Analyzer analyzer_;
  int added_ = 0;
};

}  // namespace lede::test
