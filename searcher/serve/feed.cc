// Writing Atom (RFC 4287) and JSON Feed 1.1.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/feed.h"

#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <sstream>

#include "searcher/api/percent_coding.h"
#include "searcher/output/dates.h"
#include "searcher/serve/xml_text.h"

namespace lede::serve {
namespace {

std::string link_of(const Hit& hit, std::string_view base) {
  if (hit.url.starts_with("https://") || hit.url.starts_with("http://")) {
    return hit.url;
  }
  return std::string(base) + "/v1/documents/" + escaped_segment(hit.id);
}

std::string feed_id(const SearchResponse& response) {
  return "urn:lede:search:" + escaped_segment(response.query);
}

// An instant even where less is known: feeds have nothing else. Atom insists on one, so articles
// without a date have the oldest there is.
std::string instant_of(const Hit& hit) {
  return date_text(hit.published ? hit.published->instant : 0, DatePrecision::kSecond);
}

std::string passages(const Hit& hit) {
  std::string text;
  for (const Snippet& snippet : hit.snippets) {
    text += (text.empty() ? "" : " … ") + snippet.text;
  }
  return text;
}

void add(pugi::xml_node parent, const char* name, std::string_view text) {
  parent.append_child(name).text().set(xml_text(text).c_str());
}

void add_link(pugi::xml_node parent, const char* relation, const std::string& address) {
  pugi::xml_node link = parent.append_child("link");
  link.append_attribute("rel").set_value(relation);
  link.append_attribute("href").set_value(xml_text(address).c_str());
}

void add_entry(pugi::xml_node feed, const Hit& hit, std::string_view base) {
  pugi::xml_node entry = feed.append_child("entry");
  add(entry, "id", "urn:lede:article:" + escaped_segment(hit.id));
  add(entry, "title", hit.title);
  add(entry, "updated", instant_of(hit));
  if (hit.published) {
    add(entry, "published", instant_of(hit));
  }
  const std::string& author = hit.author.empty() ? hit.publisher : hit.author;
  if (!author.empty()) {
    add(entry.append_child("author"), "name", author);
  }
  add_link(entry, "alternate", link_of(hit, base));
  add(entry, "summary", passages(hit));
}

}  // namespace

std::string atom_feed(const SearchResponse& response, std::string_view base) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value("utf-8");
  pugi::xml_node feed = document.append_child("feed");
  feed.append_attribute("xmlns").set_value("http://www.w3.org/2005/Atom");
  add(feed, "id", feed_id(response));
  add(feed, "title", "Lede: " + response.query);
  add(feed, "updated", instant_of(response.hits.empty() ? Hit{} : response.hits.front()));
  add(feed.append_child("author"), "name", "Lede");
  add_link(feed, "self", std::string(base) + "/v1/feed?q=" + escaped_segment(response.query));
  for (const Hit& hit : response.hits) {
    add_entry(feed, hit, base);
  }
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

std::string json_feed(const SearchResponse& response, std::string_view base) {
  using Json = nlohmann::ordered_json;
  Json feed;
  feed["version"] = "https://jsonfeed.org/version/1.1";
  feed["title"] = "Lede: " + response.query;
  feed["feed_url"] =
      std::string(base) + "/v1/feed?format=json&q=" + escaped_segment(response.query);
  Json items = Json::array();
  for (const Hit& hit : response.hits) {
    Json item{{"id", hit.id}, {"url", link_of(hit, base)}};
    if (!hit.title.empty()) {
      item["title"] = hit.title;
    }
    item["content_text"] = passages(hit);
    if (hit.published) {
      item["date_published"] = instant_of(hit);
    }
    if (!hit.author.empty()) {
      item["authors"] = Json::array({{{"name", hit.author}}});
    }
    if (!hit.language.empty()) {
      item["language"] = hit.language;
    }
    items.push_back(std::move(item));
  }
  feed["items"] = std::move(items);
  return feed.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lede::serve
