// Step by step, from all the words to any of them, until the page is full.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/match.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <utility>

#include "common/schema.h"
#include "searcher/neighbour_bonus.h"
#include "searcher/plan/exclusion.h"
#include "searcher/plan/ranking.h"

namespace lede {
namespace {

// Up to here totals are counted exactly; beyond, Xapian may stop early and give a lower bound.
constexpr Xapian::doccount kCountExactly = 1000;

using Timer = std::chrono::steady_clock;

// Best first, and between which bounds the number of all matches is.
struct Ranked {
  std::vector<RankedDocument> documents;
  std::uint64_t at_least = 0;
  std::uint64_t at_most = 0;
};

class PageMatcher {
 public:
  PageMatcher(const Xapian::Database& database, const MatchRequest& request, const QueryPlan& plan)
      : database_(database),
        request_(request),
        plan_(plan),
        enquire_(database),
        deadline_(Timer::now() + limit(request)) {
    enquire_.set_weighting_scheme(ranking::bm25());
    if (request.sort == Sort::kNewest || (request.sort == Sort::kRelevance && !plan.ranked)) {
      enquire_.set_sort_by_value_then_relevance(slot::kPublished, true);
    } else if (request.sort == Sort::kOldest) {
      // Undated articles have an empty value, which would be the oldest.
      oldest_first_.add_value(slot::kPublished, false, std::string(16, '\xff'));
      enquire_.set_sort_by_key_then_relevance(&oldest_first_, false);
    }
  }

  // The `count` best matches of `query` after the first `skip`.
  Ranked run(const Xapian::Query& query, std::size_t skip, std::size_t count) {
    if (!has_second_phase() || count == 0 || skip >= ranking::kSecondPhase) {
      return first_phase(query, skip, count);
    }
    Ranked ranked = first_phase(query, 0, std::max(skip + count, ranking::kSecondPhase));
    rank_with_neighbours(database_, plan_.neighbours, skip + count, ranked.documents);
    auto& documents = ranked.documents;
    documents.resize(std::min(documents.size(), skip + count));
    documents.erase(documents.begin(), documents.begin() + static_cast<std::ptrdiff_t>(
                                                               std::min(documents.size(), skip)));
    return ranked;
  }

  std::vector<std::string> matching_terms(Xapian::docid id) {
    std::vector<std::string> terms(enquire_.get_matching_terms_begin(id),
                                   enquire_.get_matching_terms_end(id));
    std::sort(terms.begin(), terms.end());
    return terms;
  }

  [[nodiscard]] bool out_of_time() const {
    return request_.timeout_ms > 0 && Timer::now() >= deadline_;
  }

  [[nodiscard]] Xapian::Query filtered(const Xapian::Query& query) const {
    return lede::filtered(query, request_.filter);
  }

 private:
  static std::chrono::milliseconds limit(const MatchRequest& request) {
    return std::chrono::milliseconds(request.timeout_ms);
  }

  [[nodiscard]] bool has_second_phase() const {
    return request_.sort == Sort::kRelevance && plan_.ranked && !plan_.neighbours.empty();
  }

  Ranked first_phase(const Xapian::Query& query, std::size_t skip, std::size_t count) {
    if (request_.timeout_ms > 0) {
      const std::chrono::duration<double> left = deadline_ - Timer::now();
      enquire_.set_time_limit(std::max(left.count(), 0.001));
    }
    enquire_.set_query(filtered(query));
    const Xapian::MSet matches = enquire_.get_mset(
        static_cast<Xapian::doccount>(skip), static_cast<Xapian::doccount>(count), kCountExactly);
    Ranked ranked{{}, matches.get_matches_lower_bound(), matches.get_matches_upper_bound()};
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      ranked.documents.push_back({*match, match.get_weight(), 0});
    }
    return ranked;
  }

  const Xapian::Database& database_;
  const MatchRequest& request_;
  const QueryPlan& plan_;
  Xapian::MultiValueKeyMaker oldest_first_;
  Xapian::Enquire enquire_;
  Timer::time_point deadline_;
};

class PageFiller {
 public:
  PageFiller(PageMatcher& matcher, const MatchRequest& request, bool matching_terms)
      : matcher_(matcher), request_(request), matching_terms_(matching_terms) {}

  // Goes on with the articles of `query`, which are none of those before.
  void add(const Xapian::Query& query, std::size_t step) {
    const std::size_t skip = request_.offset > page_.total ? request_.offset - page_.total : 0;
    const std::size_t wanted = request_.limit - page_.documents.size() + request_.seen.size() + 1;
    const Ranked ranked = matcher_.run(query, skip, request_.limit > 0 ? wanted : 0);
    page_.total += ranked.at_least;
    page_.total_exact = page_.total_exact && ranked.at_least == ranked.at_most;
    for (const RankedDocument& document : ranked.documents) {
      if (std::binary_search(request_.seen.begin(), request_.seen.end(), document.id)) {
        continue;
      }
      if (full()) {
        page_.more = true;  // the one beyond the page
        break;
      }
      page_.documents.push_back({document.id, document.score, document.bonus, step, {}});
      if (matching_terms_) {
        page_.documents.back().matching_terms = matcher_.matching_terms(document.id);
      }
    }
  }

  [[nodiscard]] bool full() const { return page_.documents.size() >= request_.limit; }
  [[nodiscard]] MatchPage& page() { return page_; }

 private:
  PageMatcher& matcher_;
  const MatchRequest& request_;
  bool matching_terms_;
  MatchPage page_;
};

}  // namespace

MatchPage match_page(const Xapian::Database& database, const QueryPlan& plan,
                     const MatchRequest& request) {
  if (plan.strict.empty()) {
    return {};
  }
  PageMatcher matcher(database, request, plan);
  PageFiller filler(matcher, request, request.matching_terms && plan.may_lack_words);
  MatchPage& page = filler.page();
  filler.add(plan.strict, 0);
  const Xapian::Query* last = &plan.strict;
  for (std::size_t i = 0; i < plan.looser.size(); ++i) {
    if (filler.full() || !page.total_exact || matcher.out_of_time()) {
      page.more = page.more || filler.full();
      break;
    }
    const std::size_t before = page.documents.size();
    filler.add(without(plan.looser[i], *last), i + 1);
    page.relaxed = page.relaxed || page.documents.size() > before;
    last = &plan.looser[i];
  }
  page.shown = matcher.filtered(*last);
  page.partial = matcher.out_of_time();
  page.total_exact = page.total_exact && !page.partial && !plan.checks->exhausted();
  return std::move(page);
}

}  // namespace lede
