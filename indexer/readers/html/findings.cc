// What a page says of itself, field by field.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/findings.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/extract/byline.h"
#include "indexer/readers/ascii.h"
#include "indexer/readers/html/elements.h"
#include "indexer/readers/html/json_ld.h"
#include "indexer/readers/html/names.h"
#include "indexer/readers/html/text.h"

namespace lede {
namespace {

struct MetaName {
  std::string_view name;  // of name= or property=, in small letters
  Field field;
  FieldSource source = FieldSource::kMeta;
};

constexpr auto kOg = FieldSource::kOpenGraph;

// Of one field and source the earlier name wins.
constexpr std::array kMetaNames = {
    MetaName{"og:title", Field::kTitle, kOg},
    MetaName{"twitter:title", Field::kTitle},
    MetaName{"dc.title", Field::kTitle},
    MetaName{"dcterms.title", Field::kTitle},
    MetaName{"article:author", Field::kAuthor, kOg},
    MetaName{"author", Field::kAuthor},
    MetaName{"dc.creator", Field::kAuthor},
    MetaName{"dcterms.creator", Field::kAuthor},
    MetaName{"parsely-author", Field::kAuthor},
    MetaName{"byl", Field::kAuthor},
    MetaName{"og:site_name", Field::kPublisher, kOg},
    MetaName{"publisher", Field::kPublisher},
    MetaName{"dc.publisher", Field::kPublisher},
    MetaName{"dcterms.publisher", Field::kPublisher},
    MetaName{"application-name", Field::kPublisher},
    MetaName{"article:published_time", Field::kPublished, kOg},
    MetaName{"og:article:published_time", Field::kPublished, kOg},
    MetaName{"date", Field::kPublished},
    MetaName{"pubdate", Field::kPublished},
    MetaName{"publishdate", Field::kPublished},
    MetaName{"publish-date", Field::kPublished},
    MetaName{"dc.date", Field::kPublished},
    MetaName{"dc.date.issued", Field::kPublished},
    MetaName{"dcterms.date", Field::kPublished},
    MetaName{"dcterms.issued", Field::kPublished},
    MetaName{"parsely-pub-date", Field::kPublished},
    MetaName{"sailthru.date", Field::kPublished},
    MetaName{"article.published", Field::kPublished},
    MetaName{"article:modified_time", Field::kModified, kOg},
    MetaName{"og:updated_time", Field::kModified, kOg},
    MetaName{"last-modified", Field::kModified},
    MetaName{"dcterms.modified", Field::kModified},
    MetaName{"article.updated", Field::kModified},
    MetaName{"article:section", Field::kSection, kOg},
    MetaName{"section", Field::kSection},
    MetaName{"parsely-section", Field::kSection},
    MetaName{"article.section", Field::kSection},
    MetaName{"og:url", Field::kUrl, kOg},
    MetaName{"content-language", Field::kLanguage},
    MetaName{"dc.language", Field::kLanguage},
    MetaName{"language", Field::kLanguage},
    MetaName{"og:locale", Field::kLanguage, kOg},
};

struct ItemName {
  std::string_view name;
  Field field;
};

constexpr std::array kItemNames = {
    ItemName{"headline", Field::kTitle},        ItemName{"author", Field::kAuthor},
    ItemName{"publisher", Field::kPublisher},   ItemName{"datepublished", Field::kPublished},
    ItemName{"datemodified", Field::kModified}, ItemName{"articlesection", Field::kSection},
    ItemName{"inlanguage", Field::kLanguage},
};

class FieldFinder {
 public:
  explicit FieldFinder(const HtmlTree& tree) : tree_(tree), nodes_(tree.nodes()) {}

  Findings collect() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (!nodes_[i].is_element()) {
        continue;
      }
      // What readers say of the article has authors and dates of its own.
      if (name_kind(nodes_[i]) == NameKind::kComments && !nodes_[i].is(GUMBO_TAG_BODY)) {
        i = nodes_[i].end - 1;
        continue;
      }
      visit(i);
      visit_item(i);
      visit_named(i);
    }
    add_metas();
    add_json_ld();
    add(Field::kTitle, heading_is_h1_ ? FieldSource::kHeading : FieldSource::kLowHeading, heading_);
    add_time();
    return std::move(found_);
  }

 private:
  void add(Field field, FieldSource source, std::string_view value) {
    constexpr std::size_t kLongest = 20000;  // nested elements could say the whole page each
    std::string line = value.size() <= kLongest ? collapsed(value) : std::string();
    if (!line.empty()) {
      found_.all.push_back({field, source, std::move(line)});
    }
  }

  void visit(std::size_t index) {
    const HtmlNode& node = nodes_[index];
    switch (node.node->v.element.tag) {
      case GUMBO_TAG_HTML:
        add(Field::kLanguage, FieldSource::kHtmlLang, node.attribute("lang"));
        break;
      case GUMBO_TAG_META:
        visit_meta(node);
        break;
      case GUMBO_TAG_LINK:
        if (equals_ascii_case(node.attribute("rel"), "canonical")) {
          add(Field::kUrl, FieldSource::kLink, node.attribute("href"));
        }
        break;
      case GUMBO_TAG_TITLE:
        add(Field::kTitle, FieldSource::kTitle, tree_.text_of(index));
        break;
      case GUMBO_TAG_SCRIPT:
        if (equals_ascii_case(trimmed(node.attribute("type")), "application/ld+json")) {
          read_json_ld(tree_.text_of(index), json_ld_);
        }
        break;
      case GUMBO_TAG_H1:
      case GUMBO_TAG_H2:
        visit_heading(index, node.is(GUMBO_TAG_H1));
        break;
      case GUMBO_TAG_A:
        if (equals_ascii_case(node.attribute("rel"), "author")) {
          add(Field::kAuthor, FieldSource::kRelAuthor, tree_.text_of(index));
        }
        break;
      case GUMBO_TAG_TIME:
        times_.push_back(collapsed(node.attribute("datetime")));
        times_after_heading_ += heading_is_h1_ ? 1U : 0U;
        break;
      default:
        break;
    }
  }

  void visit_meta(const HtmlNode& node) {
    for (const char* key : {"property", "name", "http-equiv"}) {
      const std::string_view name = trimmed(node.attribute(key));
      if (!name.empty()) {
        metas_.emplace_back(ascii_lowered(name), node.attribute("content"));
      }
    }
  }

  void add_metas() {
    for (const MetaName& known : kMetaNames) {
      for (const auto& [name, content] : metas_) {
        if (name == known.name) {
          add(known.field, known.source, content);
        }
      }
    }
  }

  void visit_item(std::size_t index) {
    const HtmlNode& node = nodes_[index];
    const std::string name = ascii_lowered(trimmed(node.attribute("itemprop")));
    const auto known = std::find_if(kItemNames.begin(), kItemNames.end(),
                                    [&](const ItemName& item) { return item.name == name; });
    if (known == kItemNames.end()) {
      return;
    }
    std::string value(node.attribute("content"));
    value = value.empty() ? std::string(node.attribute("datetime")) : value;
    value = value.empty() ? item_text(index) : value;
    add(known->field, FieldSource::kMicrodata, value);
  }

  // The name inside a person or an organisation; else all the text.
  [[nodiscard]] std::string item_text(std::size_t index) const {
    for (std::size_t i = index + 1; i < nodes_[index].end; ++i) {
      if (equals_ascii_case(nodes_[i].attribute("itemprop"), "name")) {
        const std::string_view content = nodes_[i].attribute("content");
        return content.empty() ? tree_.text_of(i) : std::string(content);
      }
    }
    return nodes_[index].has_attribute("itemscope") ? std::string() : tree_.text_of(index);
  }

  // Elements that are called byline or date; those around much else are not meant.
  void visit_named(std::size_t index) {
    constexpr std::size_t kMostNodes = 12;
    constexpr std::size_t kMostBytes = 150;
    const HtmlNode& node = nodes_[index];
    if (node.end - index > kMostNodes || name_kind(node) != NameKind::kMeta) {
      return;
    }
    const std::string line = collapsed(tree_.text_of(index));
    if (line.empty() || line.size() > kMostBytes) {
      return;
    }
    if (const std::optional<Byline> byline = read_byline(line, {})) {
      add(Field::kAuthor, FieldSource::kByline, byline->author);
    }
    add(Field::kPublished, FieldSource::kDateElement, line);
  }

  void visit_heading(std::size_t index, bool h1) {
    if ((!heading_.empty() && (heading_is_h1_ || !h1)) || stands_in_navigation(index)) {
      return;
    }
    std::string text = heading_text(tree_, index);
    if (!text.empty()) {
      heading_ = std::move(text);
      heading_is_h1_ = h1;
    }
  }

  // Menus that fold out have headings of their own.
  [[nodiscard]] bool stands_in_navigation(std::size_t index) const {
    while (index != 0 && !nodes_[index].is(GUMBO_TAG_NAV) && !has_furniture_role(nodes_[index])) {
      index = nodes_[index].parent;
    }
    return index != 0;
  }

  void add_json_ld() {
    const FieldSource source = FieldSource::kJsonLd;
    add(Field::kTitle, source, json_ld_.title);
    add(Field::kAuthor, source, json_ld_.author);
    add(Field::kPublisher, source, json_ld_.publisher);
    add(Field::kPublished, source, json_ld_.date);
    add(Field::kModified, source, json_ld_.modified);
    add(Field::kSection, source, json_ld_.section);
    add(Field::kLanguage, source, json_ld_.language);
    add(Field::kUrl, source, json_ld_.url);
    found_.body = std::move(json_ld_.body);
  }

  // The first time below the headline. Without a headline, times of several days can be those of
  // other stories, and none is believed.
  void add_time() {
    if (times_.empty()) {
      return;
    }
    if (times_after_heading_ > 0) {
      add(Field::kPublished, FieldSource::kTime, times_[times_.size() - times_after_heading_]);
      return;
    }
    constexpr std::size_t kDay = 10;  // bytes of "2024-05-31"
    const bool one_day = std::all_of(times_.begin(), times_.end(), [&](const std::string& time) {
      return time.substr(0, kDay) == times_.front().substr(0, kDay);
    });
    if (one_day) {
      add(Field::kPublished, FieldSource::kTime, times_.front());
    }
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  Findings found_;
  JsonLdArticle json_ld_;
  std::vector<std::pair<std::string, std::string_view>> metas_;
  std::vector<std::string> times_;
  std::size_t times_after_heading_ = 0;
  std::string heading_;
  bool heading_is_h1_ = false;
};

}  // namespace

Findings find_fields(const HtmlTree& tree) { return FieldFinder(tree).collect(); }

}  // namespace lede
