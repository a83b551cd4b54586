// Choosing the words by Xapian's expansion.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/feedback.h"

#include <set>
#include <string>
#include <vector>

#include "common/schema.h"
#include "searcher/plan/ranking.h"

namespace lede {
namespace {

constexpr Xapian::doccount kBestHits = 10;
constexpr Xapian::termcount kFeedbackWords = 20;
constexpr double kShare = 0.1;
constexpr std::size_t kShortestFeedback = 3;

// Stems of title and text, of no field.
class NewStems : public Xapian::ExpandDecider {
 public:
  explicit NewStems(const Xapian::Query& query)
      : known_(query.get_unique_terms_begin(), query.get_unique_terms_end()) {}

  bool operator()(const std::string& term) const override {
    return term.size() > kShortestFeedback && term.starts_with(prefix::kStem) &&
           (term[1] < 'A' || term[1] > 'Z') && known_.count(term) == 0;
  }

 private:
  std::set<std::string> known_;
};

}  // namespace

Xapian::Query feedback_query(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(ranking::bm25());
  enquire.set_query(query);
  Xapian::RSet best;
  const Xapian::MSet hits = enquire.get_mset(0, kBestHits);
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    best.add_document(*hit);
  }
  if (best.empty()) {
    return {};
  }
  enquire.set_expansion_scheme("bo1");
  const NewStems decider(query);
  const Xapian::ESet words = enquire.get_eset(kFeedbackWords, best, &decider);
  std::vector<Xapian::Query> parts;
  for (auto word = words.begin(); word != words.end(); ++word) {
    const double share = word.get_weight() / words.begin().get_weight();
    if (share > 0) {
      parts.emplace_back(kShare * share, Xapian::Query(*word));
    }
  }
  return parts.empty() ? Xapian::Query()
                       : Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
}

}  // namespace lede
