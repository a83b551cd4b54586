// How many articles speak for words being meant together.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <utility>

#include "searcher/plan/units.h"

namespace lede {

// Counts stop early: beyond some hundred articles it does not matter how many more there are.
// Throws Xapian::Error.
class Evidence {
 public:
  explicit Evidence(const Xapian::Database& database) : database_(database) {}

  // Articles that match.
  [[nodiscard]] Xapian::doccount articles(const Xapian::Query& query) const;

  // Articles in which `second` follows `first` at once.
  [[nodiscard]] Xapian::doccount side_by_side(const std::string& first, const std::string& second);

 private:
  const Xapian::Database& database_;
  std::map<std::pair<std::string, std::string>, Xapian::doccount> pairs_;
};

// Articles with any form of a word.
[[nodiscard]] Xapian::Query forms_query(const UnitWord& word);

}  // namespace lede
