// Units to Xapian queries. Which terms there are is said in common/schema.h.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/unit_query.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "common/schema.h"
#include "searcher/plan/pattern.h"
#include "searcher/plan/ranking.h"
#include "searcher/plan/stop_words.h"
#include "searcher/plan/writing_query.h"

namespace lede {
namespace {

using Xapian::Query;

// Of the weight of what was typed, for what is only spelled nearly so: small enough that no number
// of them in a short article outweighs the word typed in one 13 times as long as the mean.
constexpr double kVariantShare = 0.0625;
constexpr double kFartherVariantShare = 0.25;  // of one edit's, for each edit more
// A word this short says too little without the rest of its compound: the "f" of "F-16".
constexpr std::size_t kMinLooseWordBytes = 3;

Query any_of(const std::vector<Query>& parts) { return combined(Query::OP_OR, parts); }

Query scaled(double factor, const Query& query) {
  return factor == 1 ? query : Query(factor, query);
}

bool has_stems(Field field) { return field == Field::kAny || field == Field::kTitle; }

Query exact_term(Field field, std::string_view term, Xapian::termcount times = 1) {
  return Query(text_term(field_prefix(field), term), times);
}

Query adjacent(const QueryUnit& unit) {
  std::vector<Query> words;
  for (const UnitWord& word : unit.words) {
    words.push_back(exact_term(unit.field, word.term));
  }
  return {Query::OP_PHRASE, words.begin(), words.end(),
          static_cast<Xapian::termcount>(words.size())};
}

// Whether `holds` for the languages of more than half the articles.
template <typename Predicate>
bool is_in_most_articles(std::span<const IndexLanguage> languages, const Predicate& holds) {
  std::uint64_t all = 0;
  std::uint64_t where = 0;
  for (const IndexLanguage& language : languages) {
    if (language.tag == "und") {
      continue;  // says nothing either way
    }
    all += language.articles;
    where += holds(language) ? language.articles : 0;
  }
  return where * 2 > all;
}

}  // namespace

std::string_view field_prefix(Field field) {
  switch (field) {
    case Field::kTitle:
      return prefix::kTitle;
    case Field::kAuthor:
      return prefix::kAuthor;
    case Field::kSource:
      return prefix::kSource;
    case Field::kPlace:
      return prefix::kPlace;
    case Field::kUrl:
      return prefix::kUrl;
    case Field::kPath:
      return prefix::kPath;
    case Field::kLanguage:
      return prefix::kLanguage;
    case Field::kId:
      return prefix::kId;
    case Field::kHas:
      return prefix::kHas;
    case Field::kIs:
      return prefix::kIs;
    case Field::kAny:
      break;
  }
  return {};
}

bool is_stop_word_of_index(const UnitWord& word, std::span<const IndexLanguage> languages) {
  return is_in_most_articles(languages, [&word](const IndexLanguage& language) {
    return is_stop_word(word.term, language.tag);
  });
}

bool is_request_word_of_index(const UnitWord& word, std::span<const IndexLanguage> languages) {
  return is_in_most_articles(languages, [&word](const IndexLanguage& language) {
    return is_request_word(word.term, language.tag);
  });
}

bool may_count_alone(const QueryUnit& unit, const UnitWord& word,
                     std::span<const IndexLanguage> languages) {
  return (unit.dictionary || word.term.size() >= kMinLooseWordBytes) &&
         !is_stop_word_of_index(word, languages);
}

Query UnitQueries::strict(const QueryUnit& unit, Xapian::termcount times) const {
  switch (unit.kind) {
    case NodeKind::kPhrase:
      return any_writing(unit.writings);
    case NodeKind::kPrefix:
    case NodeKind::kWildcard:
      return pattern(unit);
    case NodeKind::kFuzzy:
      return fuzzy(unit);
    default:
      return with_other_writings(plain(unit, times), unit);
  }
}

Query UnitQueries::plain(const QueryUnit& unit, Xapian::termcount times) const {
  if (unit.words.size() == 1) {
    return word(unit.words.front(), unit.field, times);
  }
  return unit.dictionary ? dictionary_words(unit, times) : compound(unit, times);
}

Query UnitQueries::loose(const QueryUnit& unit, Xapian::termcount times) const {
  if (unit.kind != NodeKind::kWord || unit.words.size() == 1) {
    return strict(unit, times);
  }
  std::vector<Query> parts;
  for (const UnitWord& one : unit.words) {
    if (may_count_alone(unit, one, languages_)) {
      parts.push_back(word(one, unit.field, times));
    }
  }
  if (parts.empty()) {
    return strict(unit, times);
  }
  if (!unit.joined.empty()) {
    parts.push_back(scaled(ranking::kExactBonus, joined(unit, times)));
  }
  return with_other_writings(any_of(parts), unit);
}

Query UnitQueries::word(const UnitWord& word, Field field, Xapian::termcount times) const {
  if (word.acronym_only) {
    return exact_term(field, word.acronym, times);
  }
  if (!has_stems(field)) {
    std::vector<Query> forms{exact_term(field, word.term, times)};
    for (const std::string& alternate : word.alternates) {
      forms.push_back(exact_term(field, alternate, times));
    }
    return first_matching(forms);
  }
  std::vector<Query> forms{exact_term(field, word.term, times)};
  for (const std::string& alternate : word.alternates) {
    forms.push_back(exact_term(field, alternate, times));
  }
  if (!word.acronym.empty()) {
    forms.push_back(exact_term(field, word.acronym, times));
  }
  // Whatever article has one of the forms has its stem as well: they need not find any.
  return {Query::OP_AND_MAYBE, stems(word, field, times),
          scaled(ranking::kExactBonus, any_of(forms))};
}

// The stems by language; those of languages with few articles count less, so that a stem which
// only happens to be a word of another language does not rank first.
Query UnitQueries::stems(const UnitWord& word, Field field, Xapian::termcount times) const {
  std::vector<Query> parts;
  const double most = languages_.empty() ? 1 : static_cast<double>(languages_.front().articles);
  for (std::size_t i = 0; i < word.stems.size(); ++i) {
    const double share =
        i < languages_.size() ? static_cast<double>(languages_[i].articles) / most : 1;
    const double scale = i == 0 ? 1 : std::max(ranking::kMinLanguageScale, std::sqrt(share));
    parts.push_back(scaled(scale, Query(stem_term(field_prefix(field), word.stems[i]), times)));
  }
  return first_matching(parts);
}

Query UnitQueries::compound(const QueryUnit& unit, Xapian::termcount times) const {
  if (unit.joined.empty()) {
    return adjacent(unit);
  }
  return first_matching({joined(unit, times), adjacent(unit)});
}

Query UnitQueries::joined(const QueryUnit& unit, Xapian::termcount times) const {
  UnitWord one{unit.joined.front(), {}, {}, unit.joined_stems};
  one.alternates.assign(unit.joined.begin() + 1, unit.joined.end());
  return word(one, unit.field, times);
}

// Chinese or Thai typed without spaces: the words the dictionary found, all of them, in any place.
Query UnitQueries::dictionary_words(const QueryUnit& unit, Xapian::termcount times) const {
  std::vector<Query> words;
  for (const UnitWord& one : unit.words) {
    words.push_back(word(one, unit.field, times));
  }
  return combined(Query::OP_AND, words);
}

// Each farther circle holds the nearer ones and the word itself: so its terms are more frequent
// and weigh less, and what is nearer counts in every one.
Query UnitQueries::fuzzy(const QueryUnit& unit) const {
  Query query = plain(unit, 1);
  WordSlot circle{{unit.words.front().term}, {}, {}, 0};
  double share = kVariantShare;
  for (const Writing& writing : unit.writings) {
    const std::vector<std::string>& terms = writing.slots.front().terms;
    if (!terms.empty()) {
      circle.terms.insert(circle.terms.end(), terms.begin(), terms.end());
      const Query either[] = {query, scaled(share, writing_query({unit.field, {circle}}))};
      query = Query(Query::OP_OR, either, either + 2);
    }
    share *= kFartherVariantShare;
  }
  return query;
}

Query UnitQueries::pattern(const QueryUnit& unit) {
  Query words = any_writing(unit.writings);
  if (unit.words.size() != 1 || !is_plain_prefix(unit.words.front().term)) {
    return words;
  }
  const Query typed = exact_term(unit.field, literal_prefix(unit.words.front().term));
  const Query either[] = {words, scaled(ranking::kExactBonus, typed)};
  return {Query::OP_OR, either, either + 2};
}

// The greater of both, so that what was typed scores as if it had been the only way to write it.
Query UnitQueries::with_other_writings(Query query, const QueryUnit& unit) {
  if (unit.writings.empty()) {
    return query;
  }
  return first_matching({std::move(query), scaled(kVariantShare, any_writing(unit.writings))});
}

}  // namespace lede
