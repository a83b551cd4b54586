// One walk over the tokens of a text that finds every unit of a query.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/matcher.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "searcher/snippet/group_finder.h"

namespace lede {
namespace {

// Which of two overlapping matches stays: the longer; of equals one that is more than a word of a
// compound, of equals a phrase, of equals the exact one.
bool beats(const TextMatch& a, const TextMatch& b, std::span<const QueryUnit> units) {
  const std::uint32_t a_length = a.end - a.start;
  const std::uint32_t b_length = b.end - b.start;
  if (a_length != b_length) {
    return a_length > b_length;
  }
  if (a.alone != b.alone) {
    return b.alone;
  }
  const bool a_phrase = units[a.unit].kind == NodeKind::kPhrase;
  const bool b_phrase = units[b.unit].kind == NodeKind::kPhrase;
  if (a_phrase != b_phrase) {
    return a_phrase;
  }
  return a.exact && !b.exact;
}

// The matches that stay, always in order and without overlap. As matches come in order of the
// token they end at, settling each against the last ones is enough, and memory stays bounded
// however many units a word belongs to.
class MatchList {
 public:
  explicit MatchList(std::span<const QueryUnit> units) : units_(units) {}

  void add(const TextMatch& match) {
    std::size_t kept = matches_.size();
    while (kept > 0 && matches_[kept - 1].end > match.start) {
      if (!beats(match, matches_[kept - 1], units_)) {
        return;
      }
      --kept;
    }
    matches_.resize(kept);
    matches_.push_back(match);
  }

  std::vector<TextMatch> take() { return std::move(matches_); }

 private:
  std::span<const QueryUnit> units_;
  std::vector<TextMatch> matches_;
};

// How far a sequence has been met: the words up to one of its words, ending at `position`.
struct Reach {
  std::uint32_t position = 0;  // plus two, so that 0 is "never" and has no successor
  std::uint32_t start = 0;
  bool exact = false;
};

// Follows all sequences at once. Work a token: the words it stands for, whatever came before.
class Finder {
 public:
  Finder(const UnitTable& table, std::span<const QueryUnit> units)
      : table_(table), units_(units), reaches_(table.word_count()), found_(units) {}

  void visit(const Token& token) {
    for (const auto& target : table_.find(token.term)) {
      if (target.meeting == Meeting::kTerm) {
        advance(token, target, true);
      }
    }
    for (const auto& target : table_.find(token.stem)) {
      if (target.meeting == Meeting::kStem) {
        advance(token, target, false);
      }
    }
    table_.for_each_pattern_of(token.term,
                               [&](const WordTarget& target) { advance(token, target, true); });
  }

  std::vector<TextMatch> take(std::string_view text) {
    std::vector<TextMatch> whole = found_.take();
    if (occurrences_.empty()) {
      return whole;
    }
    std::vector<TextMatch> together = matches_of_groups(text);
    const auto middle = static_cast<std::ptrdiff_t>(whole.size());
    whole.insert(whole.end(), together.begin(), together.end());
    const auto by_end = [](const TextMatch& a, const TextMatch& b) { return a.end < b.end; };
    std::inplace_merge(whole.begin(), whole.begin() + middle, whole.end(), by_end);
    MatchList settled(units_);
    for (const TextMatch& match : whole) {
      settled.add(match);
    }
    return settled.take();
  }

 private:
  void advance(const Token& token, const WordTarget& target, bool exact) {
    const WordSequence& sequence = table_.sequences()[target.sequence];
    Reach now{token.position + 2, token.start, exact};
    if (target.word > 0) {
      // Two slots by turns: the tokens of one position do not see what each other reached.
      const Reach& before = reaches_[sequence.first + target.word - 1][(token.position + 1) % 2];
      if (before.position != token.position + 1) {
        return;
      }
      now.start = before.start;
      now.exact = exact && before.exact;
    }
    if (target.word + 1 == sequence.length) {
      finish(token, sequence, now);
      return;
    }
    Reach& slot = reaches_[sequence.first + target.word][token.position % 2];
    if (slot.position != now.position || (now.exact && !slot.exact)) {
      slot = now;
    }
  }

  void finish(const Token& token, const WordSequence& sequence, const Reach& reach) {
    if (token.end <= reach.start) {
      return;
    }
    if (sequence.part == WordSequence::kWhole) {
      found_.add({reach.start, token.end, sequence.unit, reach.exact, 0, sequence.alone});
      return;
    }
    occurrences_[sequence.unit].push_back({sequence.part, token.position + 1 - sequence.length,
                                           token.position, reach.start, token.end, reach.exact});
  }

  std::vector<TextMatch> matches_of_groups(std::string_view text) {
    std::vector<TextMatch> matches;
    for (auto& [unit, occurrences] : occurrences_) {
      for (const Occurrence& one : standing_together(units_[unit], text, std::move(occurrences))) {
        matches.push_back({one.start, one.end, unit, one.exact, one.part, false});
      }
    }
    std::stable_sort(matches.begin(), matches.end(),
                     [](const TextMatch& a, const TextMatch& b) { return a.end < b.end; });
    return matches;
  }

  const UnitTable& table_;
  std::span<const QueryUnit> units_;
  std::vector<std::array<Reach, 2>> reaches_;
  MatchList found_;
  std::map<std::uint32_t, std::vector<Occurrence>> occurrences_;  // by unit: of groups' parts
};

// Words found by a dictionary that stand side by side, as the query has them, are one match: as
// typed when they are the unit's whole text, else only a part of it.
void join_dictionary_words(std::vector<TextMatch>& matches, std::span<const QueryUnit> units) {
  std::size_t kept = 0;
  std::size_t run = 0;  // matches that the last one kept was made of
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const TextMatch match = matches[i];
    const QueryUnit& unit = units[match.unit];
    if (!unit.dictionary || unit.kind != NodeKind::kWord || unit.words.size() < 2) {
      matches[kept++] = match;
      run = 0;
      continue;
    }
    const bool joins = run > 0 && run < unit.words.size() && matches[kept - 1].unit == match.unit &&
                       matches[kept - 1].end == match.start;
    run = joins ? run + 1 : 1;
    if (joins) {
      matches[kept - 1].end = match.end;
    } else {
      matches[kept++] = match;
    }
    matches[kept - 1].exact = run == unit.words.size();
  }
  matches.resize(kept);
}

}  // namespace

TextMatcher::TextMatcher(std::span<const QueryUnit> units, Field field)
    : units_(units), table_(units, field) {}

std::vector<TextMatch> TextMatcher::find(std::string_view text, std::string_view language,
                                         Analyzer& analyzer) const {
  if (table_.empty() || text.empty()) {
    return {};
  }
  Finder finder(table_, units_);
  analyzer.analyze(text, language, table_.wanted(),
                   [&finder](const Token& token) { finder.visit(token); });
  std::vector<TextMatch> matches = finder.take(text);
  join_dictionary_words(matches, units_);
  return matches;
}

std::vector<TextMatch> find_matches(std::string_view text, std::string_view language, Field field,
                                    std::span<const QueryUnit> units, Analyzer& analyzer) {
  return TextMatcher(units, field).find(text, language, analyzer);
}

}  // namespace lede
