// OpenSearch 1.1.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/opensearch.h"

#include <pugixml.hpp>
#include <sstream>

#include "searcher/serve/xml_text.h"

namespace lede::serve {
namespace {

void add(pugi::xml_node parent, const char* name, const char* text) {
  parent.append_child(name).text().set(text);
}

void add_url(pugi::xml_node parent, const char* type, const std::string& address) {
  pugi::xml_node url = parent.append_child("Url");
  url.append_attribute("type").set_value(type);
  url.append_attribute("template").set_value(xml_text(address).c_str());
}

}  // namespace

std::string opensearch_description(const std::string& base) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value("utf-8");
  pugi::xml_node description = document.append_child("OpenSearchDescription");
  description.append_attribute("xmlns").set_value("http://a9.com/-/spec/opensearch/1.1/");
  add(description, "ShortName", "Lede");
  add(description, "Description", "Search the archive");
  add(description, "InputEncoding", "UTF-8");
  add_url(description, "text/html", base + "/?q={searchTerms}");
  add_url(description, "application/json", base + "/v1/search?q={searchTerms}");
  add_url(description, "application/atom+xml", base + "/v1/feed?q={searchTerms}");
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

}  // namespace lede::serve
