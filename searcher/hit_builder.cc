// Reading what the page shows, and no more.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/hit_builder.h"

#include <string>
#include <utility>

#include "common/article_record.h"
#include "common/schema.h"
#include "searcher/article_file.h"
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

std::vector<std::pair<std::size_t, std::size_t>> marks_of(std::span<const TextMatch> matches) {
  std::vector<std::pair<std::size_t, std::size_t>> marks;
  for (const TextMatch& match : matches) {
    marks.emplace_back(match.start, match.end);
  }
  return marks;
}

bool may_have_lone_words(std::span<const QueryUnit> units) {
  return std::any_of(units.begin(), units.end(), [](const QueryUnit& unit) {
    return std::any_of(unit.words.begin(), unit.words.end(),
                       [](const UnitWord& word) { return word.counts_alone; });
  });
}

// An article that has a compound whole was not found by one of its words.
void drop_lone_words(std::vector<TextMatch>& title, std::vector<TextMatch>& text,
                     std::size_t units) {
  std::vector<bool> whole(units);
  for (const auto* matches : {&title, &text}) {
    for (const TextMatch& match : *matches) {
      whole[match.unit] = whole[match.unit] || !match.alone;
    }
  }
  for (auto* matches : {&title, &text}) {
    std::erase_if(*matches,
                  [&](const TextMatch& match) { return match.alone && whole[match.unit]; });
  }
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
  set_fields(hit, article);
  hit.language = article.language;
  hit.file = article_file(database_, document);
  mark(hit, article);
  return hit;
}

void HitBuilder::mark(Hit& hit, const Article& article) const {
  auto in_title = find_matches(hit.title, article.language, Field::kTitle, units_, analyzer_);
  if (request_.snippets == 0 && !may_have_lone_words(units_)) {
    hit.title_marks = marks_of(in_title);
    return;
  }
  auto in_text = find_matches(article.text, article.language, Field::kAny, units_, analyzer_);
  if (request_.match != Match::kAny) {
    drop_lone_words(in_title, in_text, units_.size());
  }
  hit.title_marks = marks_of(in_title);
  if (request_.snippets > 0) {
    hit.snippets =
        best_passages(article.text, in_text, units_, {request_.snippets, request_.snippet_bytes});
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
