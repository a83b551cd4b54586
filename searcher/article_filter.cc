// Filters over value slots and boolean terms.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/article_filter.h"

#include <algorithm>
#include <map>
#include <string>

#include "common/schema.h"
#include "searcher/facets/author_names.h"
#include "searcher/plan/date_query.h"
#include "searcher/query/dates.h"

namespace lede {
namespace {

// Articles with this name among their authors. Carries no weight.
class AuthorSource final : public Xapian::ValuePostingSource {
 public:
  explicit AuthorSource(std::string name)
      : Xapian::ValuePostingSource(slot::kAuthor), name_(std::move(name)) {}

  void next(double min_weight) override {
    Xapian::ValuePostingSource::next(min_weight);
    go_on(min_weight);
  }
  void skip_to(Xapian::docid id, double min_weight) override {
    Xapian::ValuePostingSource::skip_to(id, min_weight);
    go_on(min_weight);
  }
  bool check(Xapian::docid id, double min_weight) override {
    return Xapian::ValuePostingSource::check(id, min_weight) && (at_end() || fits());
  }
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::ValuePostingSource* clone() const override {
    return new AuthorSource(name_);
  }

 private:
  void go_on(double min_weight) {
    while (!at_end() && !fits()) {
      Xapian::ValuePostingSource::next(min_weight);
    }
  }
  [[nodiscard]] bool fits() const { return author_names(get_value()).contains(name_); }

  const std::string name_;
};

Xapian::Query whole_value(Xapian::valueno slot, const std::string& value) {
  return {Xapian::Query::OP_VALUE_RANGE, slot, value, value};
}

Xapian::Query dated(const std::string& period) {
  const auto dates = parse_date_range(period, {});
  return dates ? date_query(dates->range) : Xapian::Query::MatchNothing;
}

Xapian::Query field_query(const FieldFilter& filter) {
  switch (filter.field) {
    case FacetField::kPublisher:
      return whole_value(slot::kPublisher, filter.value);
    case FacetField::kPlace:
      return whole_value(slot::kPlace, filter.value);
    case FacetField::kLanguage:
      return Xapian::Query(boolean_term(prefix::kLanguage, filter.value));
    case FacetField::kAuthor:
      return Xapian::Query((new AuthorSource(filter.value))->release());
    case FacetField::kYear:
    case FacetField::kMonth:
      break;
  }
  return dated(filter.value);
}

}  // namespace

Xapian::Query filtered(const Xapian::Query& query, const ArticleFilter& filter) {
  Xapian::Query result = query;
  if (filter.dates.from || filter.dates.to) {
    result = Xapian::Query(Xapian::Query::OP_FILTER, result, date_query(filter.dates));
  }
  std::map<FacetField, Xapian::Query> by_field;
  for (const FieldFilter& one : filter.fields) {
    Xapian::Query& wanted = by_field[one.field];
    wanted = wanted.empty() ? field_query(one) : wanted | field_query(one);
  }
  for (const auto& [field, wanted] : by_field) {
    result = Xapian::Query(Xapian::Query::OP_FILTER, result, wanted);
  }
  return result;
}

}  // namespace lede
