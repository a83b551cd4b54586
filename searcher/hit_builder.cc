// Reading what the page shows, and no more.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/hit_builder.h"

#include <string>
#include <utility>

#include "common/article_record.h"
#include "common/schema.h"
#include "searcher/missing_words.h"
#include "searcher/snippet/snippet.h"

namespace lede {
namespace {

Article checked(Result<Article> article, const Xapian::Document& document) {
  if (!article) {
    throw Xapian::DatabaseCorruptError("document " + std::to_string(document.get_docid()) + ": " +
                                       article.error().message);
  }
  return *std::move(article);
}

Article decode(const Xapian::Document& document) {
  return checked(decode_article(document.get_data()), document);
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
  // It has just been matched: that it exists need not be looked up.
  const Xapian::Document document = database_.get_document(match.id, Xapian::DOC_ASSUME_VALID);
  Hit hit;
  hit.score = match.score;
  if (request_.metadata_only) {
    hit.id = checked(decode_article_head(document.get_data()), document).id;
    return hit;
  }
  Article article = decode(document);
  hit.id = article.id;
  if (!match.matching_terms.empty()) {
    hit.missing_words = missing_words(match.matching_terms, units_);
  }
  hit.language = article.language;
  hit.file = files_->file_of(document, article.path);
  mark(hit, article);
  set_fields(hit, article);
  return hit;
}

void HitBuilder::mark(Hit& hit, const Article& article) const {
  if (request_.snippets == 0) {
    hit.title_marks = marks_of(matcher_.find_in_title(article, analyzer_));
    return;
  }
  const ArticleMatches found = matcher_.find(article, analyzer_);
  hit.title_marks = marks_of(found.title);
  hit.snippets =
      best_passages(article.text, found.text, units_, {request_.snippets, request_.snippet_bytes});
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
