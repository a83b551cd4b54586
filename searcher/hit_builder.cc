// Reading what the page shows, and no more.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/hit_builder.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/article_record.h"
#include "common/schema.h"
#include "searcher/article_file.h"
#include "searcher/plan/unit_query.h"
#include "searcher/snippet/matcher.h"
#include "searcher/snippet/snippet.h"

namespace lede {
namespace {

Article decode(const Xapian::Document& document) {
  auto article = decode_article(document.get_data());
  if (!article) {
    throw Xapian::DatabaseCorruptError("document " + std::to_string(document.get_docid()) + ": " +
                                       article.error().message);
  }
  return *std::move(article);
}

bool has_term(const std::vector<std::string>& sorted_terms, const std::string& term) {
  return std::binary_search(sorted_terms.begin(), sorted_terms.end(), term);
}

bool has_word(const std::vector<std::string>& terms, const UnitWord& word,
              std::string_view prefix) {
  const auto any = [&](const auto& forms, auto make_term) {
    return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
      return has_term(terms, make_term(prefix, form));
    });
  };
  return has_term(terms, text_term(prefix, word.term)) || any(word.alternates, text_term) ||
         any(word.stems, stem_term) ||
         (!word.acronym.empty() && has_term(terms, text_term(prefix, word.acronym)));
}

bool has_unit(const std::vector<std::string>& terms, const QueryUnit& unit) {
  const auto prefix = field_prefix(unit.field);
  const bool joined = std::any_of(
      unit.joined_stems.begin(), unit.joined_stems.end(),
      [&](const std::string& stem) { return has_term(terms, stem_term(prefix, stem)); });
  return joined || std::all_of(unit.words.begin(), unit.words.end(),
                               [&](const UnitWord& word) { return has_word(terms, word, prefix); });
}

// Only plain words are ever dropped by relaxing.
std::vector<std::string> missing_words(const std::vector<std::string>& terms,
                                       std::span<const QueryUnit> units) {
  std::vector<std::string> missing;
  for (const QueryUnit& unit : units) {
    if (unit.kind == NodeKind::kWord && !unit.negated && !unit.words.empty() && !unit.ignored &&
        !has_unit(terms, unit)) {
      missing.push_back(unit.typed);
    }
  }
  return missing;
}

std::vector<std::pair<std::size_t, std::size_t>> marks_of(std::span<const TextMatch> matches) {
  std::vector<std::pair<std::size_t, std::size_t>> marks;
  for (const TextMatch& match : matches) {
    marks.emplace_back(match.start, match.end);
  }
  return marks;
}

void set_fields(Hit& hit, Article& article) {
  hit.title = std::move(article.title);
  hit.url = std::move(article.url);
  hit.path = std::move(article.path);
  hit.publisher = std::move(article.publisher);
  hit.agency = std::move(article.agency);
  hit.author = std::move(article.author);
  hit.place = std::move(article.place);
  hit.published = std::move(article.published);
}

}  // namespace

Hit HitBuilder::build(const MatchedDocument& match) {
  const Xapian::Document document = database_.get_document(match.id);
  Article article = decode(document);
  Hit hit;
  hit.id = article.id;
  hit.score = match.score;
  if (!match.matching_terms.empty()) {
    hit.missing_words = missing_words(match.matching_terms, units_);
  }
  if (request_.metadata_only) {
    return hit;
  }
  set_fields(hit, article);
  hit.language = article.language;
  hit.file = article_file(database_, document);
  hit.title_marks =
      marks_of(find_matches(hit.title, article.language, Field::kTitle, units_, analyzer_));
  if (request_.snippets > 0) {
    const auto matches =
        find_matches(article.text, article.language, Field::kAny, units_, analyzer_);
    hit.snippets =
        best_passages(article.text, matches, units_, {request_.snippets, request_.snippet_bytes});
  }
  return hit;
}

Result<Article> read_article(const Xapian::Database& database, std::string_view id) {
  const std::string term = boolean_term(prefix::kId, id);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) {
    return fail(ErrorCode::kNotFound, "there is no article with the id \"" + std::string(id) + "\"",
                "ids are what search --ids prints");
  }
  return decode(database.get_document(*posting));
}

}  // namespace lede
