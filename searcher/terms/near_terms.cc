// Walking the sorted list of terms, and leaping over what cannot be near.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/terms/near_terms.h"

#include <algorithm>
#include <tuple>

#include "common/text/utf8.h"
#include "searcher/terms/edit_rows.h"

namespace lede {
namespace {

// skip_to() descends the tree again and costs about as much as this many plain steps.
constexpr int kStepsBeforeLeap = 3;

// Prefixes are capitals and folded words have none, so exact words lie on both sides of them.
constexpr std::string_view kAfterCapitals = "[";

std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    characters += point.value;
    at = point.next;
  }
  return characters;
}

std::string utf8_of(std::u32string_view characters) {
  std::string text;
  for (const char32_t character : characters) {
    append_utf8(text, character);
  }
  return text;
}

// The terms with a prefix, one after another, as long as there are steps left.
class TermWalk {
 public:
  TermWalk(const Xapian::Database& database, const std::string& prefix, std::size_t steps)
      : at_(database.allterms_begin(prefix)), end_(database.allterms_end(prefix)), left_(steps) {
    read();
  }

  [[nodiscard]] bool at_end() const { return at_ == end_; }
  [[nodiscard]] bool exhausted() const { return left_ == 0; }
  [[nodiscard]] const std::string& term() const { return term_; }
  [[nodiscard]] Xapian::doccount frequency() const { return at_.get_termfreq(); }

  void step() {
    ++at_;
    --left_;
    read();
  }

  // To the first term that is not below `target`, which is above the current one.
  void leap(const std::string& target) {
    for (int i = 0; i < kStepsBeforeLeap && !exhausted(); ++i) {
      step();
      if (at_end() || term_ >= target) {
        return;
      }
    }
    if (!exhausted()) {
      at_.skip_to(target);
      --left_;
      read();
    }
  }

 private:
  void read() {
    if (!at_end()) {
      term_ = *at_;
    }
  }

  Xapian::TermIterator at_;
  Xapian::TermIterator end_;
  std::size_t left_;
  std::string term_;
};

bool starts_with_capital(std::string_view term) {
  return !term.empty() && term.front() >= 'A' && term.front() <= 'Z';
}

// On from a term with which no near one starts. False when none follows.
bool leap_on(TermWalk& walk, const EditRows& rows, const std::string& prefix) {
  const auto start = rows.next_start();
  if (!start) {
    return false;
  }
  const std::string target = prefix + utf8_of(*start);
  if (target > walk.term()) {
    walk.leap(target);
  } else {
    walk.step();  // broken UTF-8 sorts otherwise than its characters
  }
  return true;
}

void keep_best(NearTerms& near, std::size_t count) {
  const auto better = [](const NearTerm& a, const NearTerm& b) {
    return std::tie(a.distance, b.frequency, a.term) < std::tie(b.distance, a.frequency, b.term);
  };
  near.found = near.terms.size();
  std::sort(near.terms.begin(), near.terms.end(), better);
  near.terms.resize(std::min(near.terms.size(), count));
}

}  // namespace

NearTerms near_terms(const Xapian::Database& database, std::string_view prefix,
                     std::string_view word, const NearTermsLimits& limits) {
  NearTerms near;
  if (word.empty()) {
    return near;
  }
  const std::string start(prefix);
  EditRows rows(characters_of(word), limits.distance, limits.same_start);
  TermWalk walk(database, start, limits.steps);
  while (!walk.at_end()) {
    if (walk.exhausted()) {
      near.complete = false;
      break;
    }
    const std::string_view term = std::string_view(walk.term()).substr(start.size());
    if (prefix.empty() && starts_with_capital(term)) {
      walk.leap(std::string(kAfterCapitals));
    } else if (rows.advance(characters_of(term))) {
      if (const auto distance = rows.distance()) {
        near.terms.push_back({std::string(term), *distance, walk.frequency()});
      }
      walk.step();
    } else if (!leap_on(walk, rows, start)) {
      break;
    }
  }
  keep_best(near, limits.terms);
  return near;
}

}  // namespace lede
