// A beam search over the doubtful words: each spelling is judged by the articles that have it
// together with the other words.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/suggest/replacements.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "common/schema.h"
#include "common/text/utf8.h"
#include "searcher/suggest/evidence.h"
#include "searcher/suggest/known_words.h"
#include "searcher/suggest/spellings.h"

namespace lede {
namespace {

using Xapian::Query;

// More words unknown than this, and the query is not about anything in this archive.
constexpr std::size_t kMostDoubtful = 3;
constexpr std::size_t kSpellingsEach = 8;
constexpr std::size_t kBeam = 3;
// Words in more articles than one in so many say nothing about the others.
constexpr Xapian::doccount kTooCommonToReplace = 3;

// A doubtful word and what it may have been; absent: it may be right as it is.
struct Doubtful {
  std::size_t word = 0;
  std::vector<std::optional<Spelling>> choices;
};

// Choices made so far, one for each doubtful word from the first on.
struct Draft {
  std::vector<std::size_t> chosen;
  double score = 0;
};

class Judge {
 public:
  Judge(std::span<const TypedWord> words, const Xapian::Database& database)
      : words_(words), database_(database), evidence_(database) {
    find_doubtful();
  }

  // The likeliest ways to correct all doubtful words.
  std::vector<Draft> drafts() {
    std::vector<Draft> beam;
    if (!doubtful_.empty() && doubtful_.size() <= kMostDoubtful) {
      beam.push_back({});
    }
    for (std::size_t i = 0; i < doubtful_.size() && !beam.empty(); ++i) {
      std::vector<Draft> longer;
      for (const Draft& draft : beam) {
        for (std::size_t choice = 0; choice < doubtful_[i].choices.size(); ++choice) {
          Draft next = draft;
          next.chosen.push_back(choice);
          if (judge(next)) {
            longer.push_back(std::move(next));
          }
        }
      }
      std::stable_sort(longer.begin(), longer.end(),
                       [](const Draft& a, const Draft& b) { return a.score > b.score; });
      longer.resize(std::min(longer.size(), kBeam));
      beam = std::move(longer);
    }
    return beam;
  }

  [[nodiscard]] Replacements replacements(const Draft& draft) const {
    Replacements all;
    for (std::size_t i = 0; i < draft.chosen.size(); ++i) {
      const TypedWord& word = words_[doubtful_[i].word];
      if (const auto& spelling = doubtful_[i].choices[draft.chosen[i]]) {
        all.push_back({word.start, word.end, spelling->term});
      }
    }
    return all;
  }

 private:
  void find_doubtful() {
    KnownWords known(database_);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const TypedWord& word = words_[i];
      if (!word.correctable || word.frequency > known.rare()) {
        continue;
      }
      Doubtful doubtful{i, {}};
      if (word.frequency > 0) {
        doubtful.choices.emplace_back(std::nullopt);
      }
      for (Spelling& spelling : spellings_of(database_, word.forms.term, kSpellingsEach)) {
        if (word.frequency == 0 || known.may_replace(word, spelling)) {
          doubtful.choices.emplace_back(std::move(spelling));
        }
      }
      if (word.frequency == 0 || doubtful.choices.size() > 1) {
        doubtful_.push_back(std::move(doubtful));
      }
    }
  }

  [[nodiscard]] const std::optional<Spelling>* choice_of(const Draft& draft,
                                                         std::size_t word) const {
    for (std::size_t i = 0; i < draft.chosen.size(); ++i) {
      if (doubtful_[i].word == word) {
        return &doubtful_[i].choices[draft.chosen[i]];
      }
    }
    return nullptr;
  }

  [[nodiscard]] bool is_open(const Draft& draft, std::size_t word) const {
    return std::any_of(doubtful_.begin() + static_cast<std::ptrdiff_t>(draft.chosen.size()),
                       doubtful_.end(), [&](const Doubtful& one) { return one.word == word; });
  }

  // Scores a draft; false when no article has its words together.
  bool judge(Draft& draft) {
    std::vector<Query> all;
    double cost = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const auto* choice = choice_of(draft, i);
      if (choice != nullptr && *choice) {
        all.push_back(Query(text_term("", (*choice)->term)));
        cost += (*choice)->cost;
      } else if (!is_open(draft, i) && words_[i].needed && words_[i].frequency > 0 &&
                 words_[i].frequency < database_.get_doccount() / kTooCommonToReplace) {
        all.push_back(forms_query(words_[i].forms));
      }
    }
    const double together =
        all.empty() ? 1 : evidence_.articles(Query(Query::OP_AND, all.begin(), all.end()));
    draft.score = likelihood(together, cost) + side_by_side(draft);
    return together > 0;
  }

  // A word as the draft has it; empty when not yet decided.
  [[nodiscard]] std::string term_of(const Draft& draft, std::size_t word) const {
    if (is_open(draft, word)) {
      return {};
    }
    const auto* choice = choice_of(draft, word);
    return choice == nullptr || !*choice ? words_[word].forms.term : (*choice)->term;
  }

  double side_by_side(const Draft& draft) {
    double score = 0;
    for (std::size_t i = 1; i < words_.size(); ++i) {
      const bool touched = choice_of(draft, i) != nullptr || choice_of(draft, i - 1) != nullptr;
      const std::string before = term_of(draft, i - 1);
      const std::string after = term_of(draft, i);
      if (words_[i].follows && touched && !before.empty() && !after.empty()) {
        score += std::log(1.0 + evidence_.side_by_side(before, after));
      }
    }
    return score;
  }

  std::span<const TypedWord> words_;
  const Xapian::Database& database_;
  Evidence evidence_;
  std::vector<Doubtful> doubtful_;
};

void append_capitalised(std::string& out, std::string_view text) {
  const CodePoint first = decode(text, 0);
  append_utf8(out, static_cast<char32_t>(u_toupper(static_cast<UChar32>(first.value))));
  out.append(text.substr(first.next));
}

}  // namespace

std::vector<Replacements> likely_replacements(std::span<const TypedWord> words,
                                              const Xapian::Database& database) {
  std::vector<Replacements> all;
  Judge judge(words, database);
  for (const Draft& draft : judge.drafts()) {
    if (auto replacements = judge.replacements(draft); !replacements.empty()) {
      all.push_back(std::move(replacements));
    }
  }
  return all;
}

std::string replaced(std::string_view query, const Replacements& replacements) {
  std::string text;
  std::size_t at = 0;
  for (const Replacement& one : replacements) {
    text.append(query.substr(at, one.start - at));
    const auto first = static_cast<UChar32>(decode(query, one.start).value);
    if (u_isupper(first) != 0 && !one.text.empty()) {
      append_capitalised(text, one.text);
    } else {
      text.append(one.text);
    }
    at = one.end;
  }
  return text.append(query.substr(at));
}

}  // namespace lede
