// The operators that add up are taken apart; what they join is weighed by Xapian.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/explain.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

#include "common/schema.h"
#include "searcher/neighbour_bonus.h"
#include "searcher/plan/ranking.h"
#include "searcher/plan/unit_query.h"

namespace lede {
namespace {

using Xapian::Query;

constexpr double kRounding = 1e-7;

// The terms that stand for a unit, whatever it is made of.
void add_terms(const QueryUnit& unit, std::set<std::string>& terms) {
  const auto prefix = field_prefix(unit.field);
  const auto add_forms = [&](const std::vector<std::string>& forms) {
    for (const std::string& form : forms) {
      terms.insert(text_term(prefix, form));
    }
  };
  const auto add_stems = [&](const std::vector<std::string>& stems) {
    for (const std::string& stem : stems) {
      terms.insert(stem_term(prefix, stem));
    }
  };
  for (const UnitWord& word : unit.words) {
    terms.insert(text_term(prefix, word.term));
    terms.insert(text_term(prefix, word.acronym));
    add_forms(word.alternates);
    add_stems(word.stems);
  }
  add_forms(unit.joined);
  add_stems(unit.joined_stems);
  for (const Writing& writing : unit.writings) {
    for (const WordSlot& slot : writing.slots) {
      for (const std::string& term : slot.terms) {
        terms.insert(text_term(field_prefix(writing.field), term));
      }
    }
  }
  for (const QueryUnit& part : unit.parts) {
    add_terms(part, terms);
  }
}

class Parts {
 public:
  Parts(const Xapian::Database& database, std::span<const QueryUnit> units, Xapian::docid article)
      : database_(database), units_(units), article_(article), enquire_(database) {
    enquire_.set_weighting_scheme(ranking::bm25());
    const Xapian::Document document = database.get_document(article);
    auto term = document.termlist_begin();
    term.skip_to(std::string(prefix::kId));
    itself_ = Query(*term);
    for (const QueryUnit& unit : units) {
      terms_.emplace_back();
      add_terms(unit, terms_.back());
    }
  }

  void take_apart(const Query& query, double factor) {
    switch (query.get_type()) {
      case Query::LEAF_MATCH_ALL:
      case Query::LEAF_MATCH_NOTHING:
        return;
      case Query::OP_AND:
      case Query::OP_OR:
      case Query::OP_AND_MAYBE:
        if (weight(query) == 0) {
          return;
        }
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
          take_apart(query.get_subquery(i), factor);
        }
        return;
      case Query::OP_FILTER:
      case Query::OP_AND_NOT:
        if (weight(query) > 0) {
          take_apart(query.get_subquery(0), factor);
        }
        return;
      case Query::OP_SCALE_WEIGHT:
        if (const double inner = weight(query.get_subquery(0)); inner > 0) {
          take_apart(query.get_subquery(0), factor * weight(query) / inner);
        }
        return;
      default:
        add(query, factor);
    }
  }

  void add_neighbours(std::span<const NeighbourPair> pairs) {
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      ExplainedPart part;
      part.weight = neighbour_bonuses(database_, pairs.subspan(i, 1), {&article_, 1}).front();
      if (part.weight > 0) {
        part.kind = "neighbours";
        part.terms = {pairs[i].first, pairs[i].second};
        name_words(part);
        parts_.push_back(std::move(part));
      }
    }
  }

  [[nodiscard]] std::vector<ExplainedPart> taken() { return std::move(parts_); }

 private:
  // What Xapian gives this article for `query` alone: 0 when it does not match.
  double weight(const Query& query) {
    enquire_.set_query({Query::OP_FILTER, query, itself_});
    const Xapian::MSet found = enquire_.get_mset(0, 1);
    return found.empty() ? 0 : found.begin().get_weight();
  }

  void add(const Query& query, double factor) {
    ExplainedPart part;
    part.weight = factor * weight(query);
    if (part.weight <= 0) {
      return;  // not in this article, or only there to be asked for
    }
    part.terms.assign(query.get_unique_terms_begin(), query.get_unique_terms_end());
    name_words(part);
    part.kind = kind_of(query, part);
    if (part.terms.size() == 1) {
      part.df = database_.get_termfreq(part.terms.front());
      part.tf = times(part.terms.front());
    }
    parts_.push_back(std::move(part));
  }

  [[nodiscard]] std::uint64_t times(const std::string& term) const {
    auto posting = database_.postlist_begin(term);
    posting.skip_to(article_);
    return posting != database_.postlist_end(term) && *posting == article_ ? posting.get_wdf() : 0;
  }

  // The words of the query that the part is about.
  void name_words(ExplainedPart& part) const {
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const bool about = std::any_of(part.terms.begin(), part.terms.end(),
                                     [&](const auto& term) { return terms_[i].count(term) > 0; });
      const auto& typed = units_[i].typed;
      if (about && std::find(part.words.begin(), part.words.end(), typed) == part.words.end()) {
        part.words.push_back(typed);
      }
    }
  }

  static std::string kind_of(const Query& query, const ExplainedPart& part) {
    if (query.get_type() == Query::LEAF_POSTING_SOURCE) {
      return "recency";
    }
    if (part.words.empty()) {
      return part.terms.size() == 1 ? "expansion" : "other";
    }
    if (part.terms.size() == 1) {
      return part.terms.front().starts_with(prefix::kStem) ? "stem" : "form";
    }
    return "phrase";
  }

  const Xapian::Database& database_;
  std::span<const QueryUnit> units_;
  Xapian::docid article_;
  Xapian::Enquire enquire_;
  Query itself_;
  std::vector<std::set<std::string>> terms_;  // of each unit
  std::vector<ExplainedPart> parts_;
};

}  // namespace

Explanation Explainer::explain(const MatchedDocument& article) const {
  Explanation explanation;
  explanation.length = database_.get_doclength(article.id);
  explanation.average_length = database_.get_avlength();
  Parts parts(database_, plan_.units, article.id);
  parts.take_apart(article.step == 0 ? plan_.strict : plan_.looser[article.step - 1], 1);
  if (article.bonus > 0) {
    parts.add_neighbours(plan_.neighbours);
  }
  explanation.parts = parts.taken();
  std::stable_sort(explanation.parts.begin(), explanation.parts.end(),
                   [](const auto& a, const auto& b) { return a.weight > b.weight; });
  const auto add = [](double sum, const ExplainedPart& part) { return sum + part.weight; };
  const double all = std::accumulate(explanation.parts.begin(), explanation.parts.end(), 0.0, add);
  if (std::abs(article.score - all) > kRounding) {
    explanation.parts.push_back({"skipped", {}, {}, 0, 0, article.score - all});
  }
  return explanation;
}

}  // namespace lede
