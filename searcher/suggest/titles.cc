// Matching in the title field, and reading the few records that are shown.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/suggest/titles.h"

#include <algorithm>
#include <set>

#include "common/article_record.h"
#include "common/schema.h"
#include "searcher/terms/prefix_terms.h"

namespace lede {
namespace {

using Xapian::Query;

constexpr std::size_t kWalkedTitleWords = 1000;
constexpr std::size_t kTitleExpansions = 48;
constexpr std::size_t kMostTitleWords = 32;
constexpr Xapian::doccount kReadRecords = 8;

Query title_query(const Xapian::Database& database, const std::vector<std::string>& words) {
  std::vector<Query> all;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    all.emplace_back(text_term(prefix::kTitle, words[i]));
  }
  std::vector<Query> ends;
  for (const PrefixTerm& term :
       prefix_terms(database, prefix::kTitle, words.back(), kWalkedTitleWords, kTitleExpansions)
           .terms) {
    ends.emplace_back(text_term(prefix::kTitle, term.term));
  }
  all.emplace_back(Query::OP_OR, ends.begin(), ends.end());
  return {Query::OP_AND, all.begin(), all.end()};
}

bool begins_with(std::string_view title, const std::vector<std::string>& words,
                 Analyzer& analyzer) {
  std::size_t agreeing = 0;
  analyzer.analyze(title, "", [&](const Token& token) {
    if (token.kind != TokenKind::kWord || token.position >= words.size()) {
      return;
    }
    const std::string& word = words[token.position];
    const bool last = token.position + 1 == words.size();
    agreeing += (last ? token.term.starts_with(word) : token.term == word) ? 1U : 0U;
  });
  return agreeing == words.size();
}

}  // namespace

std::vector<Suggestion> suggested_titles(const Xapian::Database& database,
                                         const std::vector<std::string>& words, std::size_t most,
                                         Analyzer& analyzer) {
  std::vector<Suggestion> titles;
  if (words.empty() || words.size() > kMostTitleWords) {
    return titles;
  }
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(slot::kPublished, true);
  enquire.set_query(title_query(database, words));
  const Xapian::MSet matches = enquire.get_mset(0, kReadRecords);
  std::set<std::string> seen;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    const auto article = decode_article_head(match.get_document().get_data());
    if (article && seen.insert(article->title).second) {
      titles.push_back({SuggestionKind::kTitle, article->title, 1, article->id});
    }
  }
  std::stable_partition(titles.begin(), titles.end(), [&](const Suggestion& title) {
    return begins_with(title.text, words, analyzer);
  });
  titles.resize(std::min(titles.size(), most));
  return titles;
}

}  // namespace lede
