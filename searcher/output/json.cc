// Building the JSON of answers.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/json.h"

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "searcher/output/dates.h"
#include "searcher/query/fields.h"

namespace lede {
namespace {

using Json = nlohmann::ordered_json;

std::string written(const Json& json, JsonLayout layout) {
  return json.dump(layout == JsonLayout::kIndented ? 2 : -1, ' ', false,
                   Json::error_handler_t::replace);
}

void put(Json& object, const char* name, const std::string& value) {
  if (!value.empty()) {
    object[name] = value;
  }
}

void put_date(Json& object, const std::string& name, const std::optional<PublishedDate>& date) {
  if (date) {
    object[name] = date_text(*date);
    object[name + "_precision"] = precision_name(date->precision);
    put(object, (name + "_from").c_str(), date->from);
  }
}

Json json_of(const std::vector<FieldOrigin>& origins) {
  Json sources = Json::object();
  for (const auto& origin : origins) {
    sources[origin.field] = {{"from", origin.from}, {"confidence", origin.confidence}};
  }
  return sources;
}

Json json_of(const Marks& marks) {
  Json list = Json::array();
  for (const auto& [from, to] : marks) {
    list.push_back({from, to});
  }
  return list;
}

Json json_of(const Snippet& snippet) {
  return {{"field", snippet.field},
          {"start", snippet.start},
          {"text", snippet.text},
          {"marks", json_of(snippet.marks)}};
}

Json json_of(const Explanation& explanation) {
  Json parts = Json::array();
  for (const ExplainedPart& part : explanation.parts) {
    Json object{{"kind", part.kind}, {"weight", part.weight}};
    if (!part.words.empty()) {
      object["words"] = part.words;
    }
    if (!part.terms.empty()) {
      object["terms"] = part.terms;
    }
    if (part.df > 0) {
      object["tf"] = part.tf;
      object["df"] = part.df;
    }
    parts.push_back(std::move(object));
  }
  return {{"length", explanation.length},
          {"average_length", explanation.average_length},
          {"parts", std::move(parts)}};
}

Json json_of(const Hit& hit) {
  Json object;
  object["id"] = hit.id;
  object["score"] = hit.score;
  put(object, "title", hit.title);
  if (!hit.title_marks.empty()) {
    object["title_marks"] = json_of(hit.title_marks);
  }
  put(object, "url", hit.url);
  put(object, "path", hit.path);
  put(object, "publisher", hit.publisher);
  put(object, "agency", hit.agency);
  put(object, "author", hit.author);
  put(object, "place", hit.place);
  put(object, "section", hit.section);
  put_date(object, "published", hit.published);
  put(object, "language", hit.language);
  if (!hit.missing_words.empty()) {
    object["missing_words"] = hit.missing_words;
  }
  if (!hit.snippets.empty()) {
    Json snippets = Json::array();
    for (const auto& snippet : hit.snippets) {
      snippets.push_back(json_of(snippet));
    }
    object["snippets"] = std::move(snippets);
  }
  if (hit.explanation) {
    object["explanation"] = json_of(*hit.explanation);
  }
  return object;
}

Json json_of(const std::vector<QueryWarning>& warnings) {
  Json list = Json::array();
  for (const auto& warning : warnings) {
    list.push_back({{"code", warning.code}, {"message", warning.message}, {"at", warning.at}});
  }
  return list;
}

Json json_of(const DateRange& range, const TimeZone& zone) {
  Json object = Json::object();
  if (range.from) {
    object["from"] = zoned_text(*range.from, zone);
  }
  if (range.to) {
    object["to"] = zoned_text(*range.to, zone);
  }
  object["zone"] = zone.name();
  return object;
}

void collect_dates(const QueryNode& node, const TimeZone& zone, Json& list) {
  if (node.kind == NodeKind::kDates) {
    list.push_back(json_of(node.dates, zone));
  }
  for (const auto& child : node.children) {
    collect_dates(child, zone, list);
  }
}

// `options` are the dates asked for beside the query.
Json interpreted(const ParsedQuery& parsed, const DateRange& options) {
  Json object;
  object["text"] = parsed.empty ? "" : to_string(parsed.root);
  Json dates = Json::array();
  collect_dates(parsed.root, parsed.zone, dates);
  if (options != DateRange{}) {
    dates.push_back(json_of(options, parsed.zone));
  }
  if (!dates.empty()) {
    object["dates"] = std::move(dates);
  }
  return object;
}

Json json_of(const QueryNode& node, const TimeZone& zone) {
  Json object;
  object["kind"] = kind_name(node.kind);
  put(object, "field", std::string(query::field_name(node.field)));
  put(object, "text", node.text);
  if (node.required) {
    object["required"] = true;
  }
  if (node.distance > 0) {
    object["distance"] = node.distance;
  }
  if (node.boost != 1) {
    object["boost"] = node.boost;
  }
  if (node.kind == NodeKind::kDates) {
    object["dates"] = json_of(node.dates, zone);
  }
  object["start"] = node.start;
  object["end"] = node.end;
  if (!node.children.empty()) {
    Json children = Json::array();
    for (const auto& child : node.children) {
      children.push_back(json_of(child, zone));
    }
    object["children"] = std::move(children);
  }
  return object;
}

Json json_of(const Facet& facet) {
  Json values = Json::array();
  for (const FacetValue& value : facet.values) {
    values.push_back({{"value", value.value}, {"count", value.count}});
  }
  return {{"values", std::move(values)}, {"more", facet.more}, {"missing", facet.missing}};
}

std::string_view kind_name(SuggestionKind kind) {
  switch (kind) {
    case SuggestionKind::kQuery:
      return "query";
    case SuggestionKind::kAuthor:
      return "author";
    case SuggestionKind::kSource:
      return "source";
    case SuggestionKind::kPlace:
      return "place";
    case SuggestionKind::kTitle:
      return "title";
  }
  return {};
}

Json json_of(const Timeline& timeline) {
  Json buckets = Json::array();
  for (const FacetValue& bucket : timeline.buckets) {
    buckets.push_back({{"date", bucket.value}, {"count", bucket.count}});
  }
  return {{"interval", interval_name(timeline.interval)},
          {"buckets", std::move(buckets)},
          {"missing", timeline.missing}};
}

// What was asked, and of which index.
Json head_of(const SearchResponse& response) {
  Json object;
  object["format_version"] = kFormatVersion;
  object["query"] = response.query;
  put(object, "similar_to", response.similar_to);
  object["interpreted"] = interpreted(response.parsed, response.dates);
  object["interpreted"]["relaxed"] = response.relaxed;
  object["total"] = {{"value", response.total}, {"relation", response.total_exact ? "eq" : "gte"}};
  if (response.partial) {
    object["partial"] = true;
  }
  object["took_ms"] = response.took_ms;
  object["index"] = {{"revision", response.revision}, {"documents", response.documents}};
  return object;
}

void put_counts(Json& object, const SearchResponse& response) {
  if (!response.facets.empty()) {
    Json facets = Json::object();
    for (const Facet& facet : response.facets) {
      facets[std::string(facet_name(facet.field))] = json_of(facet);
    }
    object["facets"] = std::move(facets);
  }
  if (response.timeline) {
    object["timeline"] = json_of(*response.timeline);
  }
}

}  // namespace

std::string response_json(const SearchResponse& response, JsonLayout layout) {
  Json object = head_of(response);
  Json hits = Json::array();
  for (const auto& hit : response.hits) {
    hits.push_back(json_of(hit));
  }
  object["hits"] = std::move(hits);
  put(object, "next", response.next);
  if (const auto& meant = response.did_you_mean) {
    object["did_you_mean"] = {
        {"query", meant->query},
        {"total", {{"value", meant->total}, {"relation", meant->total_exact ? "eq" : "gte"}}}};
  }
  put_counts(object, response);
  object["warnings"] = json_of(response.warnings);
  return written(object, layout);
}

std::string counts_json(const SearchResponse& response, JsonLayout layout) {
  Json object = head_of(response);
  put_counts(object, response);
  object["warnings"] = json_of(response.warnings);
  return written(object, layout);
}

std::string hit_json(const Hit& hit) { return written(json_of(hit), JsonLayout::kOneLine); }

namespace {

Json json_of(const Article& article) {
  Json object;
  object["format_version"] = kFormatVersion;
  object["id"] = article.id;
  put(object, "path", article.path);
  put(object, "title", article.title);
  put(object, "author", article.author);
  put(object, "publisher", article.publisher);
  put(object, "agency", article.agency);
  put(object, "place", article.place);
  put_date(object, "published", article.published);
  put_date(object, "modified", article.modified);
  put(object, "section", article.section);
  put(object, "language", article.language);
  put(object, "language_from", article.language_from);
  put(object, "url", article.url);
  object["text"] = article.text;
  if (!article.origins.empty()) {
    object["sources"] = json_of(article.origins);
  }
  Json zones = Json::array();
  for (const auto& zone : article.zones) {
    zones.push_back({{"kind", zone.kind},
                     {"start", zone.start},
                     {"end", zone.end},
                     {"why", zone.why},
                     {"text", zone.text}});
  }
  object["zones"] = std::move(zones);
  return object;
}

}  // namespace

std::string article_json(const Article& article, JsonLayout layout) {
  return written(json_of(article), layout);
}

std::string article_json(const MarkedArticle& marked, JsonLayout layout) {
  Json object = json_of(marked.article);
  object["query"] = marked.query;
  object["title_marks"] = json_of(marked.title_marks);
  object["text_marks"] = json_of(marked.text_marks);
  object["warnings"] = json_of(marked.warnings);
  return written(object, layout);
}

std::string suggestions_json(const SuggestResponse& response, JsonLayout layout) {
  Json object;
  object["format_version"] = kFormatVersion;
  object["typed"] = response.typed;
  object["took_ms"] = response.took_ms;
  object["index"] = {{"revision", response.revision}, {"documents", response.documents}};
  Json suggestions = Json::array();
  for (const Suggestion& suggestion : response.suggestions) {
    Json one;
    one["kind"] = kind_name(suggestion.kind);
    one["text"] = suggestion.text;
    one["count"] = suggestion.count;
    put(one, "id", suggestion.id);
    suggestions.push_back(std::move(one));
  }
  object["suggestions"] = std::move(suggestions);
  return written(object, layout);
}

std::string stats_json(const IndexStats& stats, JsonLayout layout) {
  Json object;
  object["format_version"] = kFormatVersion;
  object["documents"] = stats.documents;
  Json languages = Json::array();
  for (const auto& [tag, articles] : stats.languages) {
    languages.push_back({{"language", tag}, {"documents", articles}});
  }
  object["languages"] = std::move(languages);
  if (stats.oldest) {
    object["oldest"] = date_text(*stats.oldest, DatePrecision::kSecond);
  }
  if (stats.newest) {
    object["newest"] = date_text(*stats.newest, DatePrecision::kSecond);
  }
  object["revision"] = stats.revision;
  object["schema"] = stats.schema;
  object["analyzer"] = stats.analyzer;
  return written(object, layout);
}

std::string parsed_json(const std::string& query, const ParsedQuery& parsed, JsonLayout layout) {
  Json object;
  object["format_version"] = kFormatVersion;
  object["query"] = query;
  object["interpreted"] = interpreted(parsed, {});
  if (!parsed.empty) {
    object["tree"] = json_of(parsed.root, parsed.zone);
  }
  object["warnings"] = json_of(parsed.warnings);
  return written(object, layout);
}

}  // namespace lede
