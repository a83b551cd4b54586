// Joining needs the joined word in the index. Splitting needs more, for "season" is no "sea son":
// an article that writes the word with a hyphen, or no article that has it as one.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/compounds.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/schema.h"
#include "common/text/fold.h"
#include "searcher/plan/unit_query.h"

namespace lede {
namespace {

constexpr std::size_t kLeastLetters = 3;      // of each half
constexpr std::size_t kMostSplits = 3;        // looked into: those with the most frequent halves
constexpr std::size_t kMostArticles = 8;      // looked at for a hyphen
constexpr std::size_t kMostWritings = 8;      // of one phrase
constexpr std::size_t kMostPhraseWords = 16;  // longer ones are as they are

using Halves = std::pair<std::string, std::string>;

WordSlot exactly(std::string term) { return {{std::move(term)}, {}, {}, 0}; }

bool is_letter_start(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

class CompoundFinder {
 public:
  // What is in titles is among the words of articles, where there is more to learn from.
  CompoundFinder(Field field, const PlanContext& context)
      : prefix_(field == Field::kTitle ? "" : field_prefix(field)), context_(context) {}

  // The two words as one, if some article has that.
  [[nodiscard]] std::optional<std::string> joined(const std::string& first,
                                                  const std::string& second) const {
    std::string one = first + second;
    if (one.size() > kMaxTerm || is_common(first) || is_common(second) || articles(one) == 0) {
      return std::nullopt;
    }
    return one;
  }

  // The word as two that some article writes with a hyphen.
  [[nodiscard]] std::optional<Halves> split(const std::string& word) const {
    const bool known = articles(word) > 0;
    for (Halves& halves : candidates(word)) {
      if (!known || is_hyphenated(word, halves)) {
        return std::move(halves);
      }
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] Xapian::doccount articles(std::string_view term) const {
    return context_.database.get_termfreq(text_term(prefix_, term));
  }

  [[nodiscard]] bool is_common(const std::string& term) const {
    return is_stop_word_of_index({term, {}, {}, {}}, context_.languages);
  }

  [[nodiscard]] std::vector<Halves> candidates(const std::string& word) const {
    std::vector<std::pair<Xapian::doccount, Halves>> found;
    for (std::size_t at = kLeastLetters; at + kLeastLetters <= word.size(); ++at) {
      if (!is_letter_start(word, at)) {
        continue;
      }
      Halves halves{word.substr(0, at), word.substr(at)};
      const Xapian::doccount first = articles(halves.first);
      const Xapian::doccount both = first > 0 ? std::min(first, articles(halves.second)) : 0;
      if (both > 0 && !is_common(halves.first) && !is_common(halves.second)) {
        found.emplace_back(both, std::move(halves));
      }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Halves> best;
    for (std::size_t i = 0; i < std::min(found.size(), kMostSplits); ++i) {
      best.push_back(std::move(found[i].second));
    }
    return best;
  }

  // Whether one of the first articles with the word has the halves in its place: the analyzer puts
  // the joined form of "long-range" where "long" is.
  [[nodiscard]] bool is_hyphenated(const std::string& word, const Halves& halves) const {
    const std::string term = text_term(prefix_, word);
    std::size_t left = kMostArticles;
    const auto end = context_.database.postlist_end(term);
    for (auto at = context_.database.postlist_begin(term); at != end && left > 0; ++at, --left) {
      if (has_hyphenated(*at, word, halves)) {
        return true;
      }
    }
    return false;
  }

  // Most articles have not even the halves, the second least: each list is read only if need be.
  [[nodiscard]] bool has_hyphenated(Xapian::docid article, const std::string& word,
                                    const Halves& halves) const {
    const auto seconds = positions(article, halves.second);
    const auto firsts = seconds.empty() ? seconds : positions(article, halves.first);
    const auto places = firsts.empty() ? firsts : positions(article, word);
    return std::any_of(places.begin(), places.end(), [&](Xapian::termpos place) {
      return std::binary_search(firsts.begin(), firsts.end(), place) &&
             std::binary_search(seconds.begin(), seconds.end(), place + 1);
    });
  }

  [[nodiscard]] std::vector<Xapian::termpos> positions(Xapian::docid article,
                                                       std::string_view word) const {
    const std::string term = text_term(prefix_, word);
    return {context_.database.positionlist_begin(article, term),
            context_.database.positionlist_end(article, term)};
  }

  std::string prefix_;
  const PlanContext& context_;
};

bool is_plain_word(const QueryUnit& unit) {
  return unit.kind == NodeKind::kWord && unit.words.size() == 1 && !unit.dictionary &&
         !unit.words.front().acronym_only;
}

void add_once(std::vector<Writing>& writings, Writing writing) {
  if (std::find(writings.begin(), writings.end(), writing) == writings.end()) {
    writings.push_back(std::move(writing));
  }
}

void add_split(QueryUnit& unit, const PlanContext& context) {
  if (auto halves = CompoundFinder(unit.field, context).split(unit.words.front().term)) {
    add_once(unit.writings,
             {unit.field, {exactly(std::move(halves->first)), exactly(std::move(halves->second))}});
  }
}

// Adds to `writings` those of words side by side with one change each: two neighbours joined, or
// a word split.
void add_changed(const Writing& typed, const PlanContext& context, std::vector<Writing>& writings) {
  const CompoundFinder finder(typed.field, context);
  for (std::size_t i = 0; i < typed.slots.size() && writings.size() < kMostWritings; ++i) {
    const auto at = static_cast<std::ptrdiff_t>(i);
    const std::string& word = typed.slots[i].terms.front();
    if (i + 1 < typed.slots.size()) {
      if (auto one = finder.joined(word, typed.slots[i + 1].terms.front())) {
        Writing writing = typed;
        writing.slots[i] = exactly(std::move(*one));
        writing.slots.erase(writing.slots.begin() + at + 1);
        add_once(writings, std::move(writing));
      }
    }
    if (auto halves = finder.split(word)) {
      Writing writing = typed;
      writing.slots[i] = exactly(std::move(halves->second));
      writing.slots.insert(writing.slots.begin() + at, exactly(std::move(halves->first)));
      add_once(writings, std::move(writing));
    }
  }
}

// A single word in quotation marks means that very form; only those with stems are plain words.
bool may_change(const Writing& writing) {
  const bool plain = writing.slots.size() > 1 || !writing.slots.front().stems.empty();
  return plain && writing.slots.size() <= kMostPhraseWords &&
         std::all_of(writing.slots.begin(), writing.slots.end(), [](const WordSlot& slot) {
           return slot.pattern.empty() && slot.edits == 0 && !slot.terms.empty();
         });
}

void add_changed(QueryUnit& unit, const PlanContext& context) {
  const std::vector<Writing> typed = unit.writings;
  for (const Writing& writing : typed) {
    if (may_change(writing)) {
      add_changed(writing, context, unit.writings);
    }
  }
}

class NeighbourJoiner {
 public:
  NeighbourJoiner(std::span<QueryUnit> units, const PlanContext& context)
      : units_(units), context_(context) {}

  void visit(const QueryNode& root) {
    std::size_t next = 0;
    for_each_unit_node(
        root, [&](const QueryNode& node, bool /*negated*/) { by_node_.emplace(&node, next++); });
    join_in(root);
  }

 private:
  void join_in(const QueryNode& node) {
    QueryUnit* before = nullptr;
    for (const QueryNode& child : node.children) {
      const auto found = by_node_.find(&child);
      QueryUnit* unit = found == by_node_.end() ? nullptr : &units_[found->second];
      const bool plain = unit != nullptr && is_plain_word(*unit);
      if (node.kind == NodeKind::kWords && plain && before != nullptr &&
          before->field == unit->field) {
        join(*before, *unit);
      }
      before = plain ? unit : nullptr;
      if (unit == nullptr) {
        join_in(child);
      }
    }
  }

  void join(QueryUnit& first, QueryUnit& second) const {
    const CompoundFinder finder(first.field, context_);
    if (auto one = finder.joined(first.words.front().term, second.words.front().term)) {
      const Writing writing{first.field, {exactly(std::move(*one))}};
      add_once(first.writings, writing);
      add_once(second.writings, writing);
    }
  }

  std::span<QueryUnit> units_;
  const PlanContext& context_;
  std::unordered_map<const QueryNode*, std::size_t> by_node_;
};

}  // namespace

void add_compound_writings(const QueryNode& root, std::span<QueryUnit> units,
                           const PlanContext& context) {
  for (QueryUnit& unit : units) {
    if (is_plain_word(unit)) {
      add_split(unit, context);
    } else if (unit.kind == NodeKind::kPhrase && !unit.dictionary) {
      add_changed(unit, context);
    }
    for (QueryUnit& part : unit.parts) {
      add_changed(part, context);
    }
  }
  NeighbourJoiner(units, context).visit(root);
}

}  // namespace lede
