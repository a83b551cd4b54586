// What a page says of its article in JSON-LD (schema.org).
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "indexer/readers/ascii.h"
#include "indexer/readers/markup.h"

namespace lede {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kMaxObjects = 1000;
constexpr int kMaxDepth = 8;

using Objects = std::vector<dom::object>;

// The objects at the top, in arrays and in "@graph": the things the page speaks of.
void gather(dom::element element, int depth, Objects& objects) {
  if (depth > kMaxDepth || objects.size() >= kMaxObjects) {
    return;
  }
  dom::array array;
  dom::object object;
  if (element.get(array) == simdjson::SUCCESS) {
    for (const dom::element item : array) {
      gather(item, depth + 1, objects);
    }
  } else if (element.get(object) == simdjson::SUCCESS) {
    objects.push_back(object);
    for (const std::string_view inner : {"@graph", "mainEntity"}) {
      dom::element graph;
      if (object[inner].get(graph) == simdjson::SUCCESS) {
        gather(graph, depth + 1, objects);
      }
    }
  }
}

bool names_article(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report";
}

bool is_article(dom::object object) {
  dom::element type;
  if (object["@type"].get(type) != simdjson::SUCCESS) {
    return false;
  }
  std::string_view name;
  if (type.get(name) == simdjson::SUCCESS) {
    return names_article(name);
  }
  dom::array names;
  if (type.get(names) == simdjson::SUCCESS) {
    for (const dom::element one : names) {
      if (one.get(name) == simdjson::SUCCESS && names_article(name)) {
        return true;
      }
    }
  }
  return false;
}

class Speaker {
 public:
  explicit Speaker(const Objects& objects) : objects_(objects) {}

  // The name of a person or organisation, given as a text, an object, a reference to one, or a
  // list.
  [[nodiscard]] std::string name_of(dom::element element, int depth = 0) const {
    std::string_view text;
    dom::array array;
    dom::object object;
    if (depth > kMaxDepth) {
      return {};
    }
    if (element.get(text) == simdjson::SUCCESS) {
      return std::string(trimmed(text));
    }
    if (element.get(array) == simdjson::SUCCESS) {
      return names_of(array, depth);
    }
    if (element.get(object) != simdjson::SUCCESS) {
      return {};
    }
    dom::element name;
    if (object["name"].get(name) == simdjson::SUCCESS) {
      return name_of(name, depth + 1);
    }
    return name_of_reference(object, depth);
  }

 private:
  [[nodiscard]] std::string names_of(dom::array array, int depth) const {
    std::string names;
    for (const dom::element item : array) {
      const std::string name = name_of(item, depth + 1);
      if (!name.empty()) {
        names += names.empty() ? name : "; " + name;
      }
    }
    return names;
  }

  [[nodiscard]] std::string name_of_reference(dom::object object, int depth) const {
    std::string_view id;
    if (object["@id"].get(id) != simdjson::SUCCESS) {
      return {};
    }
    for (const dom::object other : objects_) {
      std::string_view other_id;
      dom::element name;
      if (other["@id"].get(other_id) == simdjson::SUCCESS && other_id == id &&
          other["name"].get(name) == simdjson::SUCCESS) {
        return name_of(name, depth + 1);
      }
    }
    return {};
  }

  const Objects& objects_;
};

void set(std::string& field, std::string value) {
  value.erase(std::remove(value.begin(), value.end(), '\0'), value.end());  // "\u0000" in JSON
  if (field.empty() && !value.empty()) {
    field = value.find('&') == std::string::npos ? std::move(value) : markup_to_text(value);
  }
}

void set_text(std::string& field, dom::object object, std::string_view key) {
  std::string_view text;
  if (object[key].get(text) == simdjson::SUCCESS) {
    set(field, std::string(trimmed(text)));
  }
}

void read_article(dom::object object, const Speaker& speaker, JsonLdArticle& article) {
  set_text(article.title, object, "headline");
  set_text(article.title, object, "name");
  set_text(article.date, object, "datePublished");
  set_text(article.modified, object, "dateModified");
  set_text(article.section, object, "articleSection");
  set_text(article.body, object, "articleBody");
  set_text(article.language, object, "inLanguage");
  set_text(article.url, object, "url");
  set_text(article.url, object, "mainEntityOfPage");
  dom::element element;
  dom::array sections;
  if (object["articleSection"].get(sections) == simdjson::SUCCESS && sections.size() > 0 &&
      sections.at(0).get(element) == simdjson::SUCCESS) {
    set(article.section, speaker.name_of(element));
  }
  if (object["author"].get(element) == simdjson::SUCCESS) {
    set(article.author, speaker.name_of(element));
  }
  if (object["publisher"].get(element) == simdjson::SUCCESS) {
    set(article.publisher, speaker.name_of(element));
  }
}

}  // namespace

void read_json_ld(std::string_view script, JsonLdArticle& article) {
  dom::parser parser;
  dom::element root;
  if (parser.parse(script.data(), script.size()).get(root) != simdjson::SUCCESS) {
    return;
  }
  Objects objects;
  gather(root, 0, objects);
  for (const dom::object object : objects) {
    if (is_article(object)) {
      read_article(object, Speaker(objects), article);
      return;
    }
  }
}

}  // namespace lede
