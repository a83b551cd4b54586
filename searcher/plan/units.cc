// Analysing what was typed with the analyzer that made the index.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/units.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/text/fold.h"
#include "searcher/plan/pattern.h"

namespace lede {
namespace {

void add_once(std::vector<std::string>& list, std::string_view text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) {
    list.emplace_back(text);
  }
}

WordSlot exact_slot(std::string_view term) { return {{std::string(term)}, {}, {}, 0}; }

// A word beside others: all its forms, and later those of the index that share its stem.
WordSlot word_slot(const UnitWord& word) {
  if (word.acronym_only) {
    return exact_slot(word.acronym);
  }
  WordSlot slot = exact_slot(word.term);
  for (const std::string& alternate : word.alternates) {
    add_once(slot.terms, alternate);
  }
  add_once(slot.terms, word.acronym);
  slot.stems = word.stems;
  return slot;
}

std::vector<WordSlot> exact_slots(std::span<const UnitWord> words) {
  std::vector<WordSlot> slots;
  for (const UnitWord& word : words) {
    slots.push_back(exact_slot(word.term));
  }
  return slots;
}

class UnitBuilder {
 public:
  UnitBuilder(Analyzer& analyzer, std::span<const std::string> languages)
      : analyzer_(analyzer), languages_(languages) {}

  QueryUnit build(const QueryNode& node) {
    if (is_group(node.kind)) {
      return group(node);
    }
    QueryUnit unit = leaf(node);
    if (node.kind == NodeKind::kPhrase && node.distance > 0 && unit.words.size() > 1) {
      return loose_phrase(node, unit);
    }
    return unit;
  }

 private:
  struct Join {
    std::string term;
    std::string stem;
    std::size_t words;
  };

  static QueryUnit named_after(const QueryNode& node) {
    QueryUnit unit;
    unit.kind = node.kind;
    unit.field = node.field;
    unit.typed = node.text;
    unit.at = node.start;
    unit.required = node.required;
    return unit;
  }

  QueryUnit leaf(const QueryNode& node) {
    QueryUnit unit = named_after(node);
    const bool has_pattern = node.kind == NodeKind::kPrefix || node.kind == NodeKind::kWildcard;
    if (has_pattern) {
      read_pattern(node, unit);
      return unit;
    }
    unit.distance = node.kind == NodeKind::kFuzzy ? node.distance : 0;
    read_words(node.text, unit);
    if (unit.kind == NodeKind::kWord) {
      keep_one_elided(unit);
    }
    if (unit.kind == NodeKind::kPhrase) {
      unit.writings = phrase_writings(unit);
    }
    return unit;
  }

  // The words are the same in every language; only their stems differ.
  void read_words(std::string_view text, QueryUnit& unit) {
    for (const std::string& language : languages_) {
      read(text, language == "und" ? std::string_view() : std::string_view(language), unit);
    }
    if (languages_.empty()) {
      read(text, "", unit);
    }
    keep_whole_joins(unit);
  }

  void read(std::string_view text, std::string_view language, QueryUnit& unit) {
    analyzer_.analyze(text, language, [&](const Token& token) {
      if (token.kind == TokenKind::kJoined) {
        joins_.push_back({std::string(token.term), std::string(token.stem), token.words});
        return;
      }
      if (token.kind == TokenKind::kWord && token.position == unit.words.size()) {
        unit.words.push_back({std::string(token.term), {}, {}, {}});
      }
      UnitWord& word = unit.words[token.position];
      if (token.acronym) {
        word.acronym = token.term;
        return;
      }
      if (token.kind == TokenKind::kAlternate) {
        add_once(word.alternates, token.term);
      }
      add_once(word.stems, token.stem);
      unit.dictionary = unit.dictionary || token.dictionary;
    });
  }

  // A join of some of the words only cannot stand for the whole unit.
  void keep_whole_joins(QueryUnit& unit) {
    for (const Join& join : joins_) {
      if (join.words == unit.words.size()) {
        add_once(unit.joined, join.term);
        add_once(unit.joined_stems, join.stem);
      }
    }
    joins_.clear();
  }

  // "l'homme" asks for "homme": the article may have another elision, or none.
  static void keep_one_elided(QueryUnit& unit) {
    const bool apostrophe = unit.typed.find('\'') != std::string::npos ||
                            unit.typed.find("\u2019") != std::string::npos;
    if (apostrophe && unit.words.size() == 2 && unit.joined.empty() && !unit.dictionary) {
      unit.words.erase(unit.words.begin());
    }
  }

  // "air-def*": "air" and after it what starts with "def".
  void read_pattern(const QueryNode& node, QueryUnit& unit) {
    const std::string typed = node.kind == NodeKind::kPrefix ? node.text + '*' : node.text;
    Writing writing{node.field, {}};
    std::uint32_t end = 0;  // of the word before
    bool dictionary = false;
    analyzer_.analyze(hide_wildcards(typed), "", [&](const Token& token) {
      const std::string term = show_wildcards(token.term);
      if (token.kind == TokenKind::kJoined) {
        unit.joined.push_back(term);
      }
      if (token.kind != TokenKind::kWord) {
        return;
      }
      dictionary = dictionary || token.dictionary;
      const bool touches = !writing.slots.empty() && token.start == end;
      end = token.end;
      if (touches && (has_wildcard(term) || has_wildcard(writing.slots.back().pattern))) {
        extend(writing.slots.back(), term);
      } else {
        writing.slots.push_back(pattern_slot(term));
      }
    });
    set_pattern_writings(std::move(writing), dictionary ? fold_accents(fold_case(typed)) : "",
                         unit);
  }

  static bool has_wildcard(std::string_view term) {
    return term.find_first_of("*?") != std::string_view::npos;
  }

  static WordSlot pattern_slot(const std::string& term) {
    return has_wildcard(term) ? WordSlot{{}, term, {}, 0} : exact_slot(term);
  }

  // Digits and Chinese words are split from the letters that stand for wildcards.
  static void extend(WordSlot& slot, const std::string& more) {
    slot = pattern_slot((slot.pattern.empty() ? slot.terms.front() : slot.pattern) + more);
  }

  // `whole`: where the dictionary splits depends on what comes after, which is not known here, so
  // the letters as one word are tried too.
  static void set_pattern_writings(Writing writing, const std::string& whole, QueryUnit& unit) {
    for (const WordSlot& slot : writing.slots) {
      unit.words.push_back({slot.pattern.empty() ? slot.terms.front() : slot.pattern, {}, {}, {}});
    }
    std::vector<std::string> patterns = std::exchange(unit.joined, {});
    add_once(patterns, whole);
    const bool several = writing.slots.size() > 1;
    if (!writing.slots.empty()) {
      unit.writings.push_back(std::move(writing));
    }
    for (const std::string& pattern : patterns) {
      if (several && has_wildcard(pattern)) {
        unit.writings.push_back({unit.field, {pattern_slot(pattern)}});
      }
    }
  }

  // Typed words in any order, with others among them.
  QueryUnit loose_phrase(const QueryNode& node, const QueryUnit& phrase) {
    QueryUnit unit = named_after(node);
    unit.kind = NodeKind::kNear;
    unit.distance = static_cast<std::uint32_t>(phrase.words.size()) - 1 + node.distance;
    for (const UnitWord& word : phrase.words) {
      QueryUnit part;
      part.kind = NodeKind::kPhrase;
      part.field = node.field;
      part.words.push_back(word);
      part.writings.push_back({node.field, {exact_slot(word.term)}});
      unit.parts.push_back(std::move(part));
    }
    return unit;
  }

  QueryUnit group(const QueryNode& node) {
    QueryUnit unit = named_after(node);
    unit.distance = node.distance;
    for (const QueryNode& child : node.children) {
      QueryUnit part = named_after(child);
      add_alternatives(child, part);
      if (!part.writings.empty()) {  // punctuation stands near everything
        unit.field = part.writings.front().field;
        unit.typed += (unit.typed.empty() ? "" : " ") + part.typed;
        unit.parts.push_back(std::move(part));
      }
    }
    return unit;
  }

  void add_alternatives(const QueryNode& node, QueryUnit& part) {
    if (node.kind != NodeKind::kOr) {
      QueryUnit one = leaf(node);
      const bool by_words = one.kind == NodeKind::kWord || one.kind == NodeKind::kFuzzy;
      auto writings = by_words ? word_writings(one) : std::move(one.writings);
      std::move(writings.begin(), writings.end(), std::back_inserter(part.writings));
      std::move(one.words.begin(), one.words.end(), std::back_inserter(part.words));
    }
    for (const QueryNode& child : node.children) {
      add_alternatives(child, part);
    }
  }

  static std::vector<Writing> word_writings(const QueryUnit& unit) {
    std::vector<Writing> writings;
    if (unit.words.size() == 1) {
      writings.push_back({unit.field, {word_slot(unit.words.front())}});
      writings.front().slots.front().edits = unit.distance;
    } else if (!unit.words.empty()) {
      writings.push_back({unit.field, exact_slots(unit.words)});
    }
    if (!unit.joined.empty()) {
      WordSlot slot{unit.joined, {}, unit.joined_stems, 0};
      writings.push_back({unit.field, {std::move(slot)}});
    }
    return writings;
  }

  Analyzer& analyzer_;
  std::span<const std::string> languages_;
  std::vector<Join> joins_;
};

void walk(const QueryNode& node, bool negated,
          const std::function<void(const QueryNode&, bool)>& visit) {
  switch (node.kind) {
    case NodeKind::kWord:
    case NodeKind::kPhrase:
    case NodeKind::kPrefix:
    case NodeKind::kWildcard:
    case NodeKind::kFuzzy:
    case NodeKind::kNear:
    case NodeKind::kAdjacent:
    case NodeKind::kSentence:
      visit(node, negated);
      return;
    case NodeKind::kNot:
      negated = !negated;
      break;
    default:
      break;
  }
  for (const QueryNode& child : node.children) {
    walk(child, negated, visit);
  }
}

}  // namespace

bool is_group(NodeKind kind) {
  return kind == NodeKind::kNear || kind == NodeKind::kAdjacent || kind == NodeKind::kSentence;
}

std::string_view very_form(const UnitWord& word) {
  if (word.acronym_only) {
    return word.acronym;
  }
  for (const std::string& alternate : word.alternates) {
    if (alternate.size() > word.term.size()) {
      return alternate;
    }
  }
  return word.term;
}

std::vector<Writing> phrase_writings(const QueryUnit& phrase) {
  if (phrase.words.empty()) {
    return {};
  }
  if (phrase.words.size() == 1) {
    return {{phrase.field, {exact_slot(very_form(phrase.words.front()))}}};
  }
  return {{phrase.field, exact_slots(phrase.words)}};
}

void for_each_unit_node(const QueryNode& root,
                        const std::function<void(const QueryNode&, bool)>& visit) {
  walk(root, false, visit);
}

std::vector<QueryUnit> analyze_query(const QueryNode& root, Analyzer& analyzer,
                                     std::span<const std::string> languages) {
  std::vector<QueryUnit> units;
  UnitBuilder builder(analyzer, languages);
  for_each_unit_node(root, [&](const QueryNode& node, bool negated) {
    units.push_back(builder.build(node));
    units.back().negated = negated;
  });
  return units;
}

}  // namespace lede
