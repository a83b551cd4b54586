// Member by member, moved where it may be.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/library/answers.h"

#include <utility>

#include "searcher/library/counts.h"

namespace lede::v1 {
namespace {

Explanation explanation_of(lede::Explanation&& explanation) {
  Explanation all{explanation.length, explanation.average_length, {}};
  for (ExplainedPart& part : explanation.parts) {
    all.parts.push_back({std::move(part.kind), std::move(part.words), std::move(part.terms),
                         part.tf, part.df, part.weight});
  }
  return all;
}

Hit hit_of(lede::Hit&& inner) {
  Hit hit;
  hit.id = std::move(inner.id);
  hit.score = inner.score;
  hit.title = std::move(inner.title);
  hit.title_marks = marks_of(inner.title_marks);
  hit.url = std::move(inner.url);
  hit.path = std::move(inner.path);
  hit.publisher = std::move(inner.publisher);
  hit.agency = std::move(inner.agency);
  hit.author = std::move(inner.author);
  hit.place = std::move(inner.place);
  hit.section = std::move(inner.section);
  hit.published = date_of(std::move(inner.published));
  hit.language = std::move(inner.language);
  hit.missing_words = std::move(inner.missing_words);
  for (lede::Snippet& snippet : inner.snippets) {
    hit.snippets.push_back({std::move(snippet.field), snippet.start, std::move(snippet.text),
                            marks_of(snippet.marks)});
  }
  if (inner.explanation) {
    hit.explanation = explanation_of(*std::move(inner.explanation));
  }
  return hit;
}

void collect_dates(const QueryNode& node, std::vector<DateRange>& dates) {
  if (node.kind == NodeKind::kDates) {
    dates.push_back({instant_of(node.dates.from), instant_of(node.dates.to)});
  }
  for (const QueryNode& child : node.children) {
    collect_dates(child, dates);
  }
}

Interpreted interpreted_of(const SearchResponse& response) {
  Interpreted interpreted;
  interpreted.text = response.parsed.empty ? "" : to_string(response.parsed.root);
  collect_dates(response.parsed.root, interpreted.dates);
  if (response.dates != lede::DateRange{}) {
    interpreted.dates.push_back({instant_of(response.dates.from), instant_of(response.dates.to)});
  }
  interpreted.relaxed = response.relaxed;
  return interpreted;
}

}  // namespace

Answer answer_of(SearchResponse&& response) {
  Answer answer;
  answer.interpreted = interpreted_of(response);
  answer.query = std::move(response.query);
  answer.similar_to = std::move(response.similar_to);
  answer.total = {response.total, response.total_exact};
  answer.partial = response.partial;
  answer.took = std::chrono::duration<double, std::milli>(response.took_ms);
  answer.index = {std::move(response.revision), response.documents};
  for (lede::Hit& hit : response.hits) {
    answer.hits.push_back(hit_of(std::move(hit)));
  }
  answer.next = std::move(response.next);
  if (auto& meant = response.did_you_mean) {
    answer.did_you_mean = {std::move(meant->query), {meant->total, meant->total_exact}};
  }
  for (lede::Facet& facet : response.facets) {
    answer.facets.push_back(counts_of(std::move(facet)));
  }
  if (response.timeline) {
    answer.timeline = timeline_of(*std::move(response.timeline));
  }
  for (QueryWarning& warning : response.warnings) {
    answer.warnings.push_back({std::move(warning.code), std::move(warning.message), warning.at});
  }
  return answer;
}

}  // namespace lede::v1
