// Reading what the page shows, and no more.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/hit_builder.h"

#include <string>
#include <utility>

#include "common/article_record.h"
#include "common/schema.h"
#include "searcher/article_file.h"
#include "searcher/article_matches.h"
#include "searcher/missing_words.h"
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

// The id without its record. A long id is in its term only in part.
std::string id_of(const Xapian::Document& document) {
  auto term = document.termlist_begin();
  term.skip_to(std::string(prefix::kId));
  if (term != document.termlist_end() && (*term).starts_with(prefix::kId)) {
    std::string id = (*term).substr(prefix::kId.size());
    if (boolean_term(prefix::kId, id) == *term && id.size() < kMaxTermBytes / 2) {
      return id;
    }
  }
  return decode(document).id;
}

void set_fields(Hit& hit, Article& article) {
  hit.title = std::move(article.title);
  hit.url = std::move(article.url);
  hit.path = std::move(article.path);
  hit.publisher = std::move(article.publisher);
  hit.agency = std::move(article.agency);
  hit.author = std::move(article.author);
  hit.place = std::move(article.place);
  hit.section = std::move(article.section);
  hit.published = std::move(article.published);
}

}  // namespace

Hit HitBuilder::build(const MatchedDocument& match) {
  const Xapian::Document document = database_.get_document(match.id);
  Hit hit;
  hit.score = match.score;
  if (request_.metadata_only) {
    hit.id = id_of(document);
    return hit;
  }
  Article article = decode(document);
  hit.id = article.id;
  if (!match.matching_terms.empty()) {
    hit.missing_words = missing_words(match.matching_terms, units_);
  }
  hit.language = article.language;
  hit.file = article_file(database_, document);
  mark(hit, article);
  set_fields(hit, article);
  return hit;
}

void HitBuilder::mark(Hit& hit, const Article& article) const {
  if (request_.snippets == 0 && !title_needs_text(units_)) {
    hit.title_marks =
        marks_of(find_matches(article.title, article.language, Field::kTitle, units_, analyzer_));
    return;
  }
  const ArticleMatches found = article_matches(article, units_, request_.match, analyzer_);
  hit.title_marks = marks_of(found.title);
  if (request_.snippets > 0) {
    hit.snippets = best_passages(article.text, found.text, units_,
                                 {request_.snippets, request_.snippet_bytes});
  }
}

Failure no_such_article(std::string_view id) {
  return fail(ErrorCode::kNotFound, "there is no article with the id \"" + std::string(id) + "\"",
              "ids are what search --ids prints");
}

Result<Article> read_article(const Xapian::Database& database, std::string_view id) {
  const std::string term = boolean_term(prefix::kId, id);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) {
    return no_such_article(id);
  }
  return decode(database.get_document(*posting));
}

}  // namespace lede
