// Xapian counts values; what is left is to tell authors apart and to make dates of instants.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/facets/count_facets.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "common/schema.h"
#include "searcher/facets/author_names.h"
#include "searcher/facets/date_counts.h"

namespace lede {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

Xapian::valueno slot_of(FacetField field) {
  switch (field) {
    case FacetField::kPublisher:
      return slot::kPublisher;
    case FacetField::kLanguage:
      return slot::kLanguage;
    case FacetField::kAuthor:
      return slot::kAuthor;
    case FacetField::kPlace:
      return slot::kPlace;
    case FacetField::kYear:
    case FacetField::kMonth:
      break;
  }
  return slot::kPublished;
}

Interval interval_of(FacetField field) {
  return field == FacetField::kYear ? Interval::kYear : Interval::kMonth;
}

// The values of some slots over all matches of a query.
class ValueCounts {
 public:
  ValueCounts(const Xapian::Database& database, const Xapian::Query& query,
              const std::set<Xapian::valueno>& slots, double seconds) {
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(query);
    enquire.set_time_limit(seconds);
    for (const Xapian::valueno slot : slots) {
      enquire.add_matchspy(&spies_.emplace(slot, slot).first->second);
    }
    total_ = enquire.get_mset(0, 0, database.get_doccount()).get_matches_lower_bound();
  }

  [[nodiscard]] Counts counts(Xapian::valueno slot) const {
    Counts counts;
    const Xapian::ValueCountMatchSpy& spy = spies_.at(slot);
    for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
      counts.emplace(*value, value.get_termfreq());
    }
    return counts;
  }
  [[nodiscard]] std::uint64_t total() const { return total_; }

 private:
  std::map<Xapian::valueno, Xapian::ValueCountMatchSpy> spies_;
  std::uint64_t total_ = 0;
};

InstantCounts instants_of(const Counts& counts) {
  InstantCounts instants;
  for (const auto& [value, count] : counts) {
    instants[static_cast<std::int64_t>(Xapian::sortable_unserialise(value))] += count;
  }
  return instants;
}

std::uint64_t sum(const Counts& counts) {
  std::uint64_t all = 0;
  for (const auto& [value, count] : counts) {
    all += count;
  }
  return all;
}

Counts by_author(const Counts& counts) {
  Counts apart;
  for (const auto& [authors, count] : counts) {
    for (const std::string& name : author_names(authors)) {
      apart[name] += count;
    }
  }
  return apart;
}

std::vector<FacetValue> most_frequent_first(const Counts& counts) {
  std::vector<FacetValue> values;
  for (const auto& [value, count] : counts) {
    values.push_back({value, count});
  }
  std::stable_sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
    return a.count > b.count;  // equal ones stay in the order of their names
  });
  return values;
}

class FacetCounter {
 public:
  FacetCounter(const Xapian::Database& database, const Xapian::Query& query,
               const FacetRequest& request)
      : database_(database),
        query_(query),
        request_(request),
        values_(database, query, slots(request), request.seconds) {}

  FacetCounts count() {
    FacetCounts counts;
    counts.total = values_.total();
    for (const FacetField field : request_.fields) {
      counts.facets.push_back(facet(field));
    }
    if (request_.timeline) {
      counts.timeline = timeline(*request_.timeline);
    }
    return counts;
  }

 private:
  static std::set<Xapian::valueno> slots(const FacetRequest& request) {
    std::set<Xapian::valueno> slots;
    for (const FacetField field : request.fields) {
      slots.insert(slot_of(field));
    }
    if (request.timeline) {
      slots.insert(slot::kPublished);
    }
    return slots;
  }

  Facet facet(FacetField field) {
    Facet facet;
    facet.field = field;
    Counts counts = values_.counts(slot_of(field));
    if (slot_of(field) == slot::kPublished) {
      const DateCounts dates = count_dates(precise(interval_of(field)), interval_of(field));
      counts = Counts(dates.begin(), dates.end());
    }
    facet.missing = values_.total() - sum(counts);
    facet.values = most_frequent_first(field == FacetField::kAuthor ? by_author(counts) : counts);
    if (facet.values.size() > request_.limit) {
      facet.more = facet.values.size() - request_.limit;
      facet.values.resize(request_.limit);
    }
    return facet;
  }

  Timeline timeline(Interval asked) {
    Timeline timeline;
    timeline.interval = fitting_interval(instants_of(values_.counts(slot::kPublished)), asked);
    const DateCounts dates = count_dates(precise(timeline.interval), timeline.interval);
    timeline.missing = values_.total();
    for (const auto& [date, count] : without_gaps(dates, timeline.interval)) {
      timeline.buckets.push_back({date, count});
      timeline.missing -= count;
    }
    return timeline;
  }

  // When the articles were published, without those whose date is too coarse for `interval`.
  InstantCounts precise(Interval interval) {
    InstantCounts instants = instants_of(values_.counts(slot::kPublished));
    if (!may_be_coarse(instants, interval)) {
      return instants;
    }
    const std::string dated(interval == Interval::kDay ? prefix::kDay : prefix::kMonth);
    const Xapian::Query with_term(Xapian::Query::OP_WILDCARD, dated);
    const ValueCounts coarse(database_, {Xapian::Query::OP_AND_NOT, query_, with_term},
                             {slot::kPublished}, request_.seconds);
    for (const auto& [instant, count] : instants_of(coarse.counts(slot::kPublished))) {
      instants[instant] -= count;
    }
    return instants;
  }

  const Xapian::Database& database_;
  const Xapian::Query& query_;
  const FacetRequest& request_;
  ValueCounts values_;
};

}  // namespace

FacetCounts count_facets(const Xapian::Database& database, const Xapian::Query& query,
                         const FacetRequest& request) {
  return FacetCounter(database, query, request).count();
}

}  // namespace lede
