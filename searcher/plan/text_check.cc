// A Xapian posting source that reads articles.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/text_check.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article_record.h"
#include "searcher/plan/line_filter.h"
#include "searcher/snippet/matcher.h"

namespace lede {
namespace {

// Copied for each shard of a database by Xapian.
class TextCheck : public Xapian::PostingSource {
 public:
  TextCheck(std::shared_ptr<const QueryUnit> group, Analyzer& analyzer,
            std::shared_ptr<CheckBudget> budget)
      : group_(std::move(group)),
        analyzer_(analyzer),
        budget_(std::move(budget)),
        filter_(*group_) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  // Highest of all, so that Xapian asks the cheap questions first.
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return articles_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return articles_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return id_; }
  [[nodiscard]] bool at_end() const override { return ended_; }
  [[nodiscard]] TextCheck* clone() const override {
    return new TextCheck(group_, analyzer_, budget_);  // Xapian owns it
  }
  [[nodiscard]] std::string get_description() const override {
    return "TextCheck(" + group_->typed + ")";
  }

  void init(const Xapian::Database& database) override {
    database_ = database;
    articles_ = database.get_doccount();
    id_ = 0;
    ended_ = false;
    set_maxweight(0);
  }

  void next(double /*min_weight*/) override { go_to(id_ + 1); }
  void skip_to(Xapian::docid id, double /*min_weight*/) override {
    if (id > id_) {
      go_to(id);
    }
  }
  bool check(Xapian::docid id, double /*min_weight*/) override {
    id_ = id;
    return stand_together(id);
  }

 private:
  void go_to(Xapian::docid id) {
    auto at = database_.postlist_begin(std::string());
    const auto end = database_.postlist_end(std::string());
    for (at.skip_to(id); at != end; ++at) {
      if (stand_together(*at)) {
        id_ = *at;
        return;
      }
      if (budget_->exhausted()) {
        break;
      }
    }
    ended_ = true;
  }

  bool stand_together(Xapian::docid id) {
    if (!budget_->take()) {
      return false;
    }
    auto article = decode_article(database_.get_document(id).get_data());
    if (!article) {
      throw Xapian::DatabaseCorruptError("document " + std::to_string(id) + ": " +
                                         article.error().message);
    }
    const auto meets = [&](std::string_view text, Field field) {
      return stand_together_in(text, article->language, field);
    };
    if (meets(article->title, Field::kTitle) || meets(article->text, Field::kAny)) {
      return true;
    }
    return meets(article->author, Field::kAuthor) || meets(article->publisher, Field::kSource) ||
           meets(article->agency, Field::kSource) || meets(article->place, Field::kPlace) ||
           meets(article->url, Field::kUrl) || meets(article->path, Field::kPath);
  }

  bool stand_together_in(std::string_view text, std::string_view language, Field field) {
    if (group_->kind != NodeKind::kSentence) {
      return filter_.may_hold_all(text) && found_in(text, language, field);
    }
    // A line break ends a sentence, so that each line may be looked at alone.
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
      const std::string_view line = text.substr(0, end);
      if (filter_.may_hold_all(line) && found_in(line, language, field)) {
        return true;
      }
      text.remove_prefix(end);
    }
    return false;
  }

  [[nodiscard]] bool found_in(std::string_view text, std::string_view language, Field field) {
    return !find_matches(text, language, field, std::span(group_.get(), 1), analyzer_).empty();
  }

  std::shared_ptr<const QueryUnit> group_;
  Analyzer& analyzer_;
  std::shared_ptr<CheckBudget> budget_;
  LineFilter filter_;
  Xapian::Database database_;
  Xapian::doccount articles_ = 0;
  Xapian::docid id_ = 0;
  bool ended_ = false;
};

}  // namespace

bool CheckBudget::take() {
  const auto now = Clock::now();
  if (!deadline_) {
    deadline_ = now + time_;
  }
  exhausted_ = exhausted_ || left_ == 0 || now >= *deadline_;
  left_ -= exhausted_ ? 0 : 1;
  return !exhausted_;
}

Xapian::Query text_check(const QueryUnit& group, Analyzer& analyzer,
                         std::shared_ptr<CheckBudget> budget) {
  auto seen = std::make_shared<QueryUnit>(group);
  seen->negated = false;  // here it is asked for; outside, what is found is taken away
  seen->ignored = false;
  return Xapian::Query((new TextCheck(std::move(seen), analyzer, std::move(budget)))->release());
}

}  // namespace lede
