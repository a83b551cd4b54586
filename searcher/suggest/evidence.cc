// Counting matches, without weights and only as far as it tells.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/suggest/evidence.h"

#include <vector>

#include "common/schema.h"

namespace lede {
namespace {

constexpr Xapian::doccount kEnoughArticles = 200;
constexpr Xapian::doccount kEnoughPairs = 50;

Xapian::doccount count(const Xapian::Database& database, const Xapian::Query& query,
                       Xapian::doccount enough) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  return enquire.get_mset(0, enough).size();  // in the order of ids: stops when full
}

}  // namespace

Xapian::doccount Evidence::articles(const Xapian::Query& query) const {
  return count(database_, query, kEnoughArticles);
}

Xapian::doccount Evidence::side_by_side(const std::string& first, const std::string& second) {
  const auto [pair, fresh] = pairs_.try_emplace({first, second}, 0);
  if (fresh) {
    const Xapian::Query both[] = {Xapian::Query(text_term("", first)),
                                  Xapian::Query(text_term("", second))};
    pair->second =
        count(database_, Xapian::Query(Xapian::Query::OP_PHRASE, both, both + 2, 2), kEnoughPairs);
  }
  return pair->second;
}

Xapian::Query forms_query(const UnitWord& word) {
  std::vector<Xapian::Query> forms{Xapian::Query(text_term("", word.term))};
  for (const std::string& stem : word.stems) {
    forms.emplace_back(stem_term("", stem));
  }
  return {Xapian::Query::OP_OR, forms.begin(), forms.end()};
}

}  // namespace lede
