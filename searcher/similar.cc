// Choosing the words of a document that stand for it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/similar.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "common/schema.h"
#include "searcher/hit_builder.h"

namespace lede {
namespace {

constexpr std::size_t kSimilarWords = 25;
constexpr double kTitleFactor = 1.5;
constexpr std::size_t kShortestSimilar = 2;
constexpr Xapian::doccount kLeastArticles = 2;  // itself and another one

struct Candidate {
  std::string stem;
  double inverse_frequency = 0;
  double weight = 0;
};

bool is_stem_of_text(const std::string& term) {
  return term.size() > kShortestSimilar && (term[1] < 'A' || term[1] > 'Z');
}

bool has_term(const Xapian::Document& document, const std::string& term) {
  auto found = document.termlist_begin();
  found.skip_to(term);
  return found != document.termlist_end() && *found == term;
}

std::vector<Candidate> telling_stems(const Xapian::Database& database,
                                     const Xapian::Document& document) {
  std::vector<Candidate> stems;
  const double articles = database.get_doccount();
  auto term = document.termlist_begin();
  term.skip_to(std::string(prefix::kStem));
  for (; term != document.termlist_end() && (*term).starts_with(prefix::kStem); ++term) {
    const Xapian::doccount frequency = is_stem_of_text(*term) ? term.get_termfreq() : 0;
    if (frequency < kLeastArticles) {
      continue;
    }
    Candidate candidate{(*term).substr(1), std::log((articles + 1) / (frequency + 0.5)), 0};
    candidate.weight = (1 + std::log(term.get_wdf())) * candidate.inverse_frequency;
    stems.push_back(std::move(candidate));
  }
  for (Candidate& candidate : stems) {
    if (has_term(document, stem_term(prefix::kTitle, candidate.stem))) {
      candidate.weight *= kTitleFactor;
    }
  }
  std::stable_sort(stems.begin(), stems.end(),
                   [](const auto& a, const auto& b) { return a.weight > b.weight; });
  stems.resize(std::min(stems.size(), kSimilarWords));
  return stems;
}

QueryUnit unit_of(const Candidate& candidate) {
  QueryUnit unit;
  unit.typed = candidate.stem;
  unit.words.push_back({candidate.stem, {}, {}, {candidate.stem}});
  unit.weight = candidate.inverse_frequency;
  return unit;
}

}  // namespace

Result<QueryPlan> plan_similar(const Xapian::Database& database, std::string_view id) {
  const std::string term = boolean_term(prefix::kId, id);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) {
    return no_such_article(id);
  }
  QueryPlan plan;
  plan.checks = std::make_shared<CheckBudget>();
  plan.ranked = true;
  std::vector<Xapian::Query> stems;
  for (const Candidate& candidate : telling_stems(database, database.get_document(*posting))) {
    stems.emplace_back(stem_term("", candidate.stem));
    plan.units.push_back(unit_of(candidate));
  }
  if (!stems.empty()) {
    plan.strict = Xapian::Query(Xapian::Query::OP_AND_NOT,
                                Xapian::Query(Xapian::Query::OP_OR, stems.begin(), stems.end()),
                                Xapian::Query(term));
  }
  return plan;
}

}  // namespace lede
