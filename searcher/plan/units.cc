// Analysing what was typed with the analyzer that made the index.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/units.h"

#include <algorithm>
#include <string_view>

namespace lede {
namespace {

void add_once(std::vector<std::string>& list, std::string_view text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) {
    list.emplace_back(text);
  }
}

class UnitBuilder {
 public:
  UnitBuilder(Analyzer& analyzer, std::span<const std::string> languages)
      : analyzer_(analyzer), languages_(languages) {}

  QueryUnit build(const QueryNode& node) {
    QueryUnit unit;
    unit.kind = node.kind;
    unit.field = node.field;
    unit.typed = node.text;
    unit.required = node.required;
    // The words are the same in every language; only their stems differ.
    for (const std::string& language : languages_) {
      read(node.text, language == "und" ? std::string_view() : std::string_view(language), unit);
    }
    if (languages_.empty()) {
      read(node.text, "", unit);
    }
    keep_whole_joins(unit);
    if (unit.kind == NodeKind::kWord) {
      keep_one_elided(unit);
    }
    return unit;
  }

 private:
  struct Join {
    std::string term;
    std::string stem;
    std::size_t words;
  };

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

  Analyzer& analyzer_;
  std::span<const std::string> languages_;
  std::vector<Join> joins_;
};

void collect(const QueryNode& node, bool negated, UnitBuilder& builder,
             std::vector<QueryUnit>& units) {
  switch (node.kind) {
    case NodeKind::kWord:
    case NodeKind::kPhrase:
    case NodeKind::kPrefix:
      units.push_back(builder.build(node));
      units.back().negated = negated;
      return;
    case NodeKind::kNot:
      negated = !negated;
      break;
    default:
      break;
  }
  for (const QueryNode& child : node.children) {
    collect(child, negated, builder, units);
  }
}

}  // namespace

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

std::vector<QueryUnit> analyze_query(const QueryNode& root, Analyzer& analyzer,
                                     std::span<const std::string> languages) {
  std::vector<QueryUnit> units;
  UnitBuilder builder(analyzer, languages);
  collect(root, false, builder, units);
  return units;
}

}  // namespace lede
