// Reading what stands after a field by the rules of that field.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/leaf.h"

#include <algorithm>
#include <string>
#include <utility>

#include "searcher/query/characters.h"
#include "searcher/query/languages.h"
#include "searcher/query/word_marks.h"

namespace lede::query {
namespace {

QueryNode text_leaf(NodeKind kind, const Token& token, Field field) {
  QueryNode leaf;
  leaf.kind = kind;
  leaf.field = field;
  leaf.text = token.text;
  leaf.start = token.start;
  leaf.end = token.end;
  return leaf;
}

QueryNode literal_leaf(const Token& token) {
  return text_leaf(token.kind == TokenKind::kPhrase ? NodeKind::kPhrase : NodeKind::kWord, token,
                   Field::kAny);
}

Result<TypedDates> read_dates(const std::string& text, FieldRole role, const Clock& clock) {
  if (role == FieldRole::kDate) {
    return parse_date_range(text, clock);
  }
  const auto range =
      role == FieldRole::kAfter ? parse_after(text, clock) : parse_before(text, clock);
  return range ? Result<TypedDates>(TypedDates{*range}) : fail(range.error());
}

QueryNode date_leaf(const Token& token, FieldRole role, const Clock& clock, Warnings& warnings) {
  const auto dates = read_dates(token.text, role, clock);
  if (!dates) {
    warnings.add(warning::kBadDate, token.start,
                 dates.error().message + "; it was taken as words. " + dates.error().hint);
    return literal_leaf(token);
  }
  if (dates->reversed) {
    warnings.add(warning::kReversedDates, token.start,
                 in_quotes(token.text) + " ends before it starts; its ends were exchanged");
  }
  QueryNode leaf = text_leaf(NodeKind::kDates, token, Field::kAny);
  leaf.text.clear();
  leaf.dates = dates->range;
  return leaf;
}

QueryNode language_leaf(const Token& token, Warnings& warnings) {
  auto tag = find_language(token.text);
  if (!tag) {
    warnings.add(warning::kUnknownLanguage, token.start,
                 "there is no language " + in_quotes(token.text) +
                     "; it was taken as a word. Write a tag such as \"en\" or a name such as "
                     "\"Ukrainian\"");
    return literal_leaf(token);
  }
  QueryNode leaf = text_leaf(NodeKind::kValue, token, Field::kLanguage);
  leaf.text = std::move(*tag);
  return leaf;
}

// `has:` and `is:` with a value that is known, or words.
QueryNode known_value_leaf(const Token& token, Field field, std::optional<std::string> value,
                           Warnings& warnings) {
  if (!value) {
    const bool has = field == Field::kHas;
    warnings.add(warning::kUnknownValue, token.start,
                 in_quotes(token.text) + " is nothing that an article can " +
                     (has ? "have" : "be") + "; it was taken as a word. Known are " +
                     std::string(has ? known_had() : known_states()));
    return literal_leaf(token);
  }
  QueryNode leaf = text_leaf(NodeKind::kValue, token, field);
  leaf.text = std::move(*value);
  return leaf;
}

// "*" is everything, "title:*" everything that has a title, as "has:title".
std::optional<QueryNode> star_leaf(const Token& token, const FieldName& field, Warnings& warnings) {
  if (field.role == FieldRole::kHas || field.role == FieldRole::kIs) {
    warnings.add(warning::kUnknownValue, token.start,
                 "\"*\" here says nothing and was ignored; known are " +
                     std::string(field.role == FieldRole::kHas ? known_had() : known_states()));
    return std::nullopt;
  }
  const bool date = field.role == FieldRole::kAfter || field.role == FieldRole::kBefore ||
                    field.role == FieldRole::kDate;
  const auto had = find_had(date ? "date" : field_name(field.field));
  QueryNode leaf =
      text_leaf(had ? NodeKind::kValue : NodeKind::kAll, token, had ? Field::kHas : Field::kAny);
  leaf.text = had.value_or("");
  return leaf;
}

QueryNode word_leaf(const Token& token, Field field, Warnings& warnings) {
  MarkedWord word = read_word_marks(token, warnings);
  QueryNode leaf = text_leaf(word.kind, token, field);
  leaf.text = std::move(word.text);
  leaf.distance = word.distance;
  leaf.boost = word.boost;
  return leaf;
}

}  // namespace

std::optional<QueryNode> make_leaf(const Token& token, const FieldName& field, const Clock& clock,
                                   Warnings& warnings) {
  if (token.kind == TokenKind::kStar) {
    return star_leaf(token, field, warnings);
  }
  switch (field.role) {
    case FieldRole::kDate:
    case FieldRole::kAfter:
    case FieldRole::kBefore:
      return date_leaf(token, field.role, clock, warnings);
    case FieldRole::kLanguage:
      return language_leaf(token, warnings);
    case FieldRole::kId:
      return text_leaf(NodeKind::kValue, token, field.field);
    case FieldRole::kHas:
      return known_value_leaf(token, field.field, find_had(token.text), warnings);
    case FieldRole::kIs:
      return known_value_leaf(token, field.field, find_state(token.text), warnings);
    case FieldRole::kText:
      break;
  }
  return token.kind == TokenKind::kPhrase ? text_leaf(NodeKind::kPhrase, token, field.field)
                                          : word_leaf(token, field.field, warnings);
}

std::size_t terms_of(const QueryNode& leaf) {
  return leaf.kind == NodeKind::kPhrase
             ? 1 + static_cast<std::size_t>(std::count(leaf.text.begin(), leaf.text.end(), ' '))
             : 1;
}

}  // namespace lede::query
