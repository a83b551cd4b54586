// Two tiers at most: all the words, then any of them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/match.h"

#include <algorithm>
#include <chrono>

#include "common/schema.h"
#include "searcher/plan/date_query.h"
#include "searcher/plan/ranking.h"

namespace lede {
namespace {

// Up to here totals are counted exactly; beyond, Xapian may stop early and give a lower bound.
constexpr Xapian::doccount kCountExactly = 1000;

using Clock = std::chrono::steady_clock;

class PageMatcher {
 public:
  PageMatcher(const Xapian::Database& database, const MatchRequest& request, bool ranked)
      : request_(request), enquire_(database), deadline_(Clock::now() + limit(request)) {
    enquire_.set_weighting_scheme(ranking::bm25());
    if (request.sort == Sort::kNewest || (request.sort == Sort::kRelevance && !ranked)) {
      enquire_.set_sort_by_value_then_relevance(slot::kPublished, true);
    } else if (request.sort == Sort::kOldest) {
      enquire_.set_sort_by_value_then_relevance(slot::kPublished, false);
    }
  }

  // The `count` best matches of `query` after the first `skip`.
  Xapian::MSet run(const Xapian::Query& query, std::size_t skip, std::size_t count) {
    if (request_.timeout_ms > 0) {
      const std::chrono::duration<double> left = deadline_ - Clock::now();
      enquire_.set_time_limit(std::max(left.count(), 0.001));
    }
    enquire_.set_query(filtered(query));
    return enquire_.get_mset(static_cast<Xapian::doccount>(skip),
                             static_cast<Xapian::doccount>(count), kCountExactly);
  }

  std::vector<std::string> matching_terms(Xapian::docid id) {
    std::vector<std::string> terms(enquire_.get_matching_terms_begin(id),
                                   enquire_.get_matching_terms_end(id));
    std::sort(terms.begin(), terms.end());
    return terms;
  }

  [[nodiscard]] bool out_of_time() const {
    return request_.timeout_ms > 0 && Clock::now() >= deadline_;
  }

 private:
  static std::chrono::milliseconds limit(const MatchRequest& request) {
    return std::chrono::milliseconds(request.timeout_ms);
  }

  [[nodiscard]] Xapian::Query filtered(const Xapian::Query& query) const {
    if (!request_.dates.from && !request_.dates.to) {
      return query;
    }
    return {Xapian::Query::OP_FILTER, query, date_query(request_.dates)};
  }

  const MatchRequest& request_;
  Xapian::Enquire enquire_;
  Clock::time_point deadline_;
};

void append(std::vector<MatchedDocument>& documents, const Xapian::MSet& matches) {
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    documents.push_back({*match, match.get_weight(), {}});
  }
}

void count(MatchPage& page, const Xapian::MSet& matches) {
  page.total += matches.get_matches_lower_bound();
  page.total_exact =
      page.total_exact && matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
}

}  // namespace

MatchPage match_page(const Xapian::Database& database, const QueryPlan& plan,
                     const MatchRequest& request) {
  MatchPage page;
  if (plan.strict.empty()) {
    return page;
  }
  PageMatcher matcher(database, request, plan.ranked);
  const Xapian::MSet strict = matcher.run(plan.strict, request.offset, request.limit);
  append(page.documents, strict);
  count(page, strict);
  const std::size_t wanted = request.offset + request.limit;
  if (!plan.loose.empty() && page.total_exact && page.total < wanted && !matcher.out_of_time()) {
    const std::size_t full = page.total;
    const std::size_t skip = request.offset > full ? request.offset - full : 0;
    const Xapian::Query rest(Xapian::Query::OP_AND_NOT, plan.loose, plan.strict);
    const Xapian::MSet loose = matcher.run(rest, skip, request.limit - page.documents.size());
    append(page.documents, loose);
    count(page, loose);
    page.relaxed = !loose.empty();
    for (std::size_t i = strict.size(); i < page.documents.size(); ++i) {
      page.documents[i].matching_terms = matcher.matching_terms(page.documents[i].id);
    }
  }
  page.partial = matcher.out_of_time();
  page.total_exact = page.total_exact && !page.partial;
  return page;
}

}  // namespace lede
