// An article as JSON: what `extract` and `export` print, and the JSON reader reads again.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/article_json.h"

#include <date/date.h>

#include <chrono>

namespace lede {
namespace {

nlohmann::ordered_json zones_json(const Article& article, bool with_text) {
  auto zones = nlohmann::ordered_json::array();
  for (const Zone& zone : article.zones) {
    nlohmann::ordered_json json = {
        {"kind", zone.kind}, {"start", zone.start}, {"end", zone.end}, {"why", zone.why}};
    if (with_text) {
      json["text"] = zone.text;
    }
    zones.push_back(std::move(json));
  }
  return zones;
}

nlohmann::ordered_json sources_json(const Article& article) {
  auto sources = nlohmann::ordered_json::object();
  for (const FieldOrigin& origin : article.origins) {
    sources[origin.field] = {{"from", origin.from}, {"confidence", origin.confidence}};
  }
  return sources;
}

void add(nlohmann::ordered_json& json, const char* name, const std::string& value) {
  if (!value.empty()) {
    json[name] = value;
  }
}

void add_date(nlohmann::ordered_json& json, const std::string& name,
              const std::optional<PublishedDate>& date) {
  if (date) {
    json[name] = date_text(*date);
    json[name + "_precision"] = precision_name(date->precision);
    add(json, (name + "_from").c_str(), date->from);
  }
}

}  // namespace

std::string date_text(const PublishedDate& published) {
  const date::sys_seconds instant{std::chrono::seconds(published.instant)};
  switch (published.precision) {
    case DatePrecision::kYear:
      return date::format("%Y", instant);
    case DatePrecision::kMonth:
      return date::format("%Y-%m", instant);
    case DatePrecision::kDay:
      return date::format("%Y-%m-%d", instant);
    case DatePrecision::kMinute:
      return date::format("%Y-%m-%dT%H:%MZ", instant);
    case DatePrecision::kSecond:
      return date::format("%Y-%m-%dT%H:%M:%SZ", instant);
  }
  return {};
}

std::string precision_name(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::kYear:
      return "year";
    case DatePrecision::kMonth:
      return "month";
    case DatePrecision::kDay:
      return "day";
    case DatePrecision::kMinute:
      return "minute";
    case DatePrecision::kSecond:
      return "second";
  }
  return {};
}

nlohmann::ordered_json article_json(const Article& article, const ArticleJsonOptions& options) {
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  if (options.id) {
    add(json, "id", article.id);
  }
  add(json, "path", article.path);
  add(json, "title", article.title);
  add(json, "author", article.author);
  add(json, "publisher", article.publisher);
  add(json, "agency", article.agency);
  add(json, "place", article.place);
  add_date(json, "published", article.published);
  add_date(json, "modified", article.modified);
  add(json, "section", article.section);
  add(json, "language", article.language);
  add(json, "language_from", article.language_from);
  add(json, "url", article.url);
  add(json, "text", article.text);
  if (!article.origins.empty()) {
    json["sources"] = sources_json(article);
  }
  if (article.invalid_bytes > 0) {
    json["invalid_bytes"] = article.invalid_bytes;
  }
  json["zones"] = zones_json(article, options.zone_text);
  return json;
}

std::string json_line(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace lede
