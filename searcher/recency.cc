// The weight is computed while matching, from the slot of the date.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/recency.h"

#include <algorithm>
#include <string>

#include "common/schema.h"

namespace lede {
namespace {

constexpr double kMildShare = 0.2;
constexpr double kStrongShare = 0.8;
constexpr double kHalfAge = 30.0 * 86'400;  // seconds after which half of it is left

class RecencySource : public Xapian::ValuePostingSource {
 public:
  RecencySource(double most, std::int64_t now)
      : Xapian::ValuePostingSource(slot::kPublished), most_(most), now_(static_cast<double>(now)) {}

  [[nodiscard]] double get_weight() const override {
    const double age = std::max(0.0, now_ - Xapian::sortable_unserialise(get_value()));
    return most_ * kHalfAge / (kHalfAge + age);
  }

  [[nodiscard]] Xapian::PostingSource* clone() const override {
    return new RecencySource(most_, static_cast<std::int64_t>(now_));  // Xapian's to delete
  }

  void init(const Xapian::Database& database) override {
    Xapian::ValuePostingSource::init(database);
    set_maxweight(most_);
  }

  [[nodiscard]] std::string get_description() const override { return "recency"; }

 private:
  double most_;
  double now_;
};

}  // namespace

Xapian::Query recency_query(Recency recency, double words_weight, std::int64_t now) {
  const double share = recency == Recency::kStrong ? kStrongShare : kMildShare;
  return Xapian::Query((new RecencySource(share * words_weight, now))->release());
}

}  // namespace lede
