// The names of a few articles that have such words, counted in all of them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/suggest/names.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "common/schema.h"
#include "searcher/plan/unit_query.h"
#include "searcher/terms/prefix_terms.h"

namespace lede {
namespace {

using Xapian::Query;

constexpr std::size_t kMostNameWords = 6;
constexpr std::size_t kWalkedNames = 500;
constexpr std::size_t kNameExpansions = 24;
constexpr Xapian::doccount kArticlesOfName = 100;

struct NameField {
  Field field;
  SuggestionKind kind;
  Xapian::valueno slot;
  std::string_view name;
};

constexpr std::array<NameField, 3> kNameFields{
    {{Field::kAuthor, SuggestionKind::kAuthor, slot::kAuthor, "author"},
     {Field::kSource, SuggestionKind::kSource, slot::kPublisher, "source"},
     {Field::kPlace, SuggestionKind::kPlace, slot::kPlace, "place"}}};

std::vector<std::string> words_of(std::string_view name, Analyzer& analyzer) {
  std::vector<std::string> words;
  analyzer.analyze(name, "", [&](const Token& token) {
    if (token.kind == TokenKind::kWord) {
      words.emplace_back(token.term);
    }
  });
  return words;
}

// Articles whose field has all the words, the last as a beginning.
Query field_query(const Xapian::Database& database, std::string_view prefix,
                  const std::vector<std::string>& words) {
  std::vector<Query> all;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    all.emplace_back(text_term(prefix, words[i]));
  }
  std::vector<Query> ends;
  for (const PrefixTerm& term :
       prefix_terms(database, prefix, words.back(), kWalkedNames, kNameExpansions).terms) {
    ends.emplace_back(text_term(prefix, term.term));
  }
  all.emplace_back(Query::OP_OR, ends.begin(), ends.end());
  return {Query::OP_AND, all.begin(), all.end()};
}

// Not of a whole byline, but of each author: "Ann Lee; Bo Roe".
std::vector<std::string> single_names(const std::string& value) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t end = std::min(value.find("; ", at), value.size());
    names.push_back(value.substr(at, end - at));
    at = end + 2;
  }
  return names;
}

bool has_words(const std::vector<std::string>& name, const std::vector<std::string>& words) {
  const auto starts = [&](const std::string& one) { return one.starts_with(words.back()); };
  return std::any_of(name.begin(), name.end(), starts) &&
         std::all_of(words.begin(), words.end() - 1, [&](const std::string& word) {
           return std::find(name.begin(), name.end(), word) != name.end();
         });
}

Xapian::MSet matches_of(const Xapian::Database& database, const Query& query,
                        Xapian::doccount most) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  return enquire.get_mset(0, most);
}

class NameFinder {
 public:
  NameFinder(const Xapian::Database& database, const TypedPrefix& typed, Analyzer& analyzer)
      : database_(database), typed_(typed), analyzer_(analyzer) {}

  std::vector<Suggestion> names(const NameField& field) {
    const auto prefix = field_prefix(field.field);
    const auto matches =
        matches_of(database_, field_query(database_, prefix, typed_.words), kArticlesOfName);
    std::vector<Suggestion> found;
    std::set<std::vector<std::string>> seen;  // also what differs in capitals only
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      for (const std::string& name : single_names(match.get_document().get_value(field.slot))) {
        auto words = words_of(name, analyzer_);
        if (!words.empty() && has_words(words, typed_.words) && seen.insert(words).second) {
          found.push_back({field.kind, query_for(field, name), articles(prefix, words), {}});
        }
      }
    }
    return found;
  }

 private:
  [[nodiscard]] std::string query_for(const NameField& field, std::string name) const {
    std::replace(name.begin(), name.end(), '"', '\'');
    return typed_.before_field + std::string(field.name) + ":\"" + name + '"';
  }

  [[nodiscard]] std::uint64_t articles(std::string_view prefix,
                                       const std::vector<std::string>& words) const {
    std::vector<Query> terms;
    terms.reserve(words.size());
    for (const std::string& word : words) {
      terms.emplace_back(text_term(prefix, word));
    }
    const Query phrase(Query::OP_PHRASE, terms.begin(), terms.end(),
                       static_cast<Xapian::termcount>(terms.size()));
    return matches_of(database_, phrase, kCountedSuggestions).size();
  }

  const Xapian::Database& database_;
  const TypedPrefix& typed_;
  Analyzer& analyzer_;
};

}  // namespace

std::vector<Suggestion> suggested_names(const Xapian::Database& database, const TypedPrefix& typed,
                                        std::size_t most, Analyzer& analyzer) {
  std::vector<Suggestion> all;
  if (typed.term.empty() || typed.words.size() > kMostNameWords) {
    return all;
  }
  NameFinder finder(database, typed, analyzer);
  for (const NameField& field : kNameFields) {
    if (typed.field == Field::kAny || typed.field == field.field) {
      auto names = finder.names(field);
      all.insert(all.end(), std::make_move_iterator(names.begin()),
                 std::make_move_iterator(names.end()));
    }
  }
  std::sort(all.begin(), all.end(), [](const Suggestion& a, const Suggestion& b) {
    return a.count != b.count ? a.count > b.count : a.text < b.text;
  });
  all.resize(std::min(all.size(), most));
  return all;
}

}  // namespace lede
