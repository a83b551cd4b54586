// The sampler's queries are simple enough to be taken apart at spaces.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guard/questions.h"

#include <algorithm>
#include <optional>

#include "bench/guard/figures.h"
#include "common/schema.h"

namespace lede::guard {
namespace {

using bench::QueryClass;

constexpr std::uint64_t kQuestionSeed = 7;
constexpr std::size_t kQuestionsPerClass = 10;

std::optional<QueryClass> class_named(std::string_view name) {
  for (const QueryClass query_class : bench::kQueryClasses) {
    if (name_of(query_class) == name) {
      return query_class;
    }
  }
  return std::nullopt;
}

// Words in lower case, without operators and marks.
std::vector<std::string> words_of(std::string_view typed) {
  std::vector<std::string> words;
  for (const std::string_view piece : split(typed, ' ')) {
    if (piece == "OR" || piece == "AND") {
      continue;
    }
    std::string word;
    std::copy_if(piece.begin(), piece.end(), std::back_inserter(word),
                 [](char c) { return c != '"' && c != '*'; });
    words.push_back(std::move(word));
  }
  return words;
}

Xapian::Query stems_of(const std::vector<std::string>& words, Xapian::Query::op op) {
  const Xapian::Stem stem("english");
  std::vector<std::string> stems;
  stems.reserve(words.size());
  for (const std::string& word : words) {
    stems.push_back(stem_term("", stem(word)));
  }
  return {op, stems.begin(), stems.end()};
}

}  // namespace

std::string draw_questions(const bench::ArticleGenerator& generator, std::size_t articles) {
  bench::QuerySampler sampler(generator, articles, kQuestionSeed);
  std::string lines;
  for (const QueryClass query_class : bench::kQueryClasses) {
    for (const std::string& typed : sampler.draw(query_class, kQuestionsPerClass)) {
      lines += std::string(name_of(query_class)) + '\t' + typed + '\n';
    }
  }
  return lines;
}

Xapian::Query raw_query(QueryClass query_class, std::string_view typed) {
  const std::vector<std::string> words = words_of(typed);
  switch (query_class) {
    case QueryClass::kLongPrefix:
    case QueryClass::kShortPrefix:
      return {Xapian::Query::OP_WILDCARD, words.front()};
    case QueryClass::kPhrase:
    case QueryClass::kCommonPhrase:
      return {Xapian::Query::OP_PHRASE, words.begin(), words.end()};
    case QueryClass::kAnd:
      return stems_of(words, Xapian::Query::OP_AND);
    default:
      return stems_of(words, Xapian::Query::OP_OR);
  }
}

Result<Questions> parse_questions(std::string_view text) {
  Questions questions;
  for (const std::string_view line : split(text, '\n')) {
    if (line.empty()) {
      continue;
    }
    const std::vector<std::string_view> columns = split(line, '\t');
    const auto query_class = class_named(columns.front());
    if (!query_class || columns.size() != 2 || columns[1].empty()) {
      return fail(ErrorCode::kUnreadable, "this is no question: \"" + std::string(line) + '"');
    }
    questions[*query_class].push_back(
        {std::string(columns[1]), raw_query(*query_class, columns[1])});
  }
  if (questions.size() != bench::kQueryClasses.size()) {
    return fail(ErrorCode::kUnreadable, "there are no questions for some classes");
  }
  return questions;
}

}  // namespace lede::guard
