// Articles, suggestions and statistics, member by member.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "searcher/library/answers.h"
#include "searcher/library/counts.h"

namespace lede::v1 {
namespace {

SuggestionKind outer(lede::SuggestionKind kind) {
  switch (kind) {
    case lede::SuggestionKind::kQuery:
      break;
    case lede::SuggestionKind::kAuthor:
      return SuggestionKind::kAuthor;
    case lede::SuggestionKind::kSource:
      return SuggestionKind::kSource;
    case lede::SuggestionKind::kPlace:
      return SuggestionKind::kPlace;
    case lede::SuggestionKind::kTitle:
      return SuggestionKind::kTitle;
  }
  return SuggestionKind::kQuery;
}

}  // namespace

std::vector<Suggestion> suggestions_of(SuggestResponse&& response) {
  std::vector<Suggestion> suggestions;
  for (lede::Suggestion& one : response.suggestions) {
    suggestions.push_back({outer(one.kind), std::move(one.text), one.count, std::move(one.id)});
  }
  return suggestions;
}

Article article_of(MarkedArticle&& marked) {
  lede::Article& inner = marked.article;
  Article article;
  article.id = std::move(inner.id);
  article.path = std::move(inner.path);
  article.title = std::move(inner.title);
  article.author = std::move(inner.author);
  article.publisher = std::move(inner.publisher);
  article.agency = std::move(inner.agency);
  article.place = std::move(inner.place);
  article.published = date_of(std::move(inner.published));
  article.modified = date_of(std::move(inner.modified));
  article.section = std::move(inner.section);
  article.language = std::move(inner.language);
  article.language_from = std::move(inner.language_from);
  article.url = std::move(inner.url);
  article.text = std::move(inner.text);
  for (FieldOrigin& origin : inner.origins) {
    article.sources.push_back(
        {std::move(origin.field), std::move(origin.from), std::move(origin.confidence)});
  }
  article.title_marks = marks_of(marked.title_marks);
  article.text_marks = marks_of(marked.text_marks);
  for (lede::Zone& zone : inner.zones) {
    article.zones.push_back(
        {std::move(zone.kind), zone.start, zone.end, std::move(zone.why), std::move(zone.text)});
  }
  return article;
}

Stats stats_of(IndexStats&& inner) {
  Stats stats;
  stats.index = {std::move(inner.revision), inner.documents};
  for (auto& [tag, documents] : inner.languages) {
    stats.languages.push_back({std::move(tag), documents});
  }
  stats.oldest = instant_of(inner.oldest);
  stats.newest = instant_of(inner.newest);
  stats.schema = std::move(inner.schema);
  stats.analyzer = std::move(inner.analyzer);
  return stats;
}

}  // namespace lede::v1
