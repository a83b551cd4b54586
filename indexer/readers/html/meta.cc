// The fields a page declares: JSON-LD, OpenGraph, meta tags, links and headings, the surest first.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/meta.h"

#include <array>
#include <utility>
#include <vector>

#include "common/text/language.h"
#include "indexer/extract/dates.h"
#include "indexer/readers/ascii.h"
#include "indexer/readers/html/json_ld.h"
#include "indexer/readers/html/text.h"

namespace lede {
namespace {

bool is_web_address(std::string_view text) {
  return starts_with_ascii_case(text, "http://") || starts_with_ascii_case(text, "https://");
}

struct MetaTag {
  std::string name;  // of name=, property= or itemprop=, lower case
  std::string_view content;
};

// What the page holds of each kind, in document order.
struct Findings {
  std::vector<MetaTag> metas;
  JsonLdArticle json_ld;
  std::string title_element;
  std::string heading;  // the first <h1>, else the first <h2>
  bool heading_is_h1 = false;
  std::string rel_author;
  std::string_view time;
  std::string_view canonical;
  std::string_view language;
};

class Collector {
 public:
  explicit Collector(const HtmlTree& tree) : tree_(tree), nodes_(tree.nodes()) {}

  Findings collect() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].is_element()) {
        visit(i);
      }
    }
    return std::move(found_);
  }

 private:
  void visit(std::size_t index) {
    const HtmlNode& node = nodes_[index];
    switch (node.node->v.element.tag) {
      case GUMBO_TAG_HTML:
        found_.language = node.attribute("lang");
        break;
      case GUMBO_TAG_META:
        visit_meta(node);
        break;
      case GUMBO_TAG_LINK:
        if (found_.canonical.empty() && equals_ascii_case(node.attribute("rel"), "canonical")) {
          found_.canonical = trimmed(node.attribute("href"));
        }
        break;
      case GUMBO_TAG_TITLE:
        if (found_.title_element.empty()) {
          found_.title_element = collapsed(tree_.text_of(index));
        }
        break;
      case GUMBO_TAG_SCRIPT:
        if (equals_ascii_case(trimmed(node.attribute("type")), "application/ld+json")) {
          read_json_ld(tree_.text_of(index), found_.json_ld);
        }
        break;
      case GUMBO_TAG_H1:
      case GUMBO_TAG_H2:
        visit_heading(index, node.is(GUMBO_TAG_H1));
        break;
      case GUMBO_TAG_A:
        if (found_.rel_author.empty() && equals_ascii_case(node.attribute("rel"), "author")) {
          found_.rel_author = collapsed(tree_.text_of(index));
        }
        break;
      case GUMBO_TAG_TIME:
        if (found_.time.empty()) {
          found_.time = trimmed(node.attribute("datetime"));
        }
        break;
      default:
        break;
    }
  }

  void visit_meta(const HtmlNode& node) {
    const std::string_view content = trimmed(node.attribute("content"));
    for (const char* key : {"property", "name", "itemprop"}) {
      const std::string_view name = trimmed(node.attribute(key));
      if (!name.empty() && !content.empty()) {
        found_.metas.push_back({ascii_lowered(name), content});
      }
    }
  }

  void visit_heading(std::size_t index, bool h1) {
    if (!found_.heading.empty() && (found_.heading_is_h1 || !h1)) {
      return;
    }
    std::string text = heading_text(tree_, index);
    if (!text.empty()) {
      found_.heading = std::move(text);
      found_.heading_is_h1 = h1;
    }
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  Findings found_;
};

// The content of the first meta tag of the first of `names` that the page has.
template <std::size_t N>
std::string_view meta(const Findings& found, const std::array<std::string_view, N>& names) {
  for (const std::string_view name : names) {
    for (const MetaTag& tag : found.metas) {
      if (tag.name == name) {
        return tag.content;
      }
    }
  }
  return {};
}

std::string_view first_of(std::string_view a, std::string_view b) { return a.empty() ? b : a; }

// "Ferry sails | The Tribune" without the site's name at the end or the beginning.
std::string without_site(std::string title, std::string_view site) {
  static constexpr std::array<std::string_view, 8> kSigns = {
      " | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00BB ", " \u00B7 ", " \u2022 "};
  for (const std::string_view sign : kSigns) {
    const std::size_t last = title.rfind(sign);
    if (last != std::string::npos && last > 0 &&
        equals_ascii_case(trimmed(std::string_view(title).substr(last + sign.size())), site)) {
      title.resize(last);
      return title;
    }
    const std::size_t first = title.find(sign);
    if (first != std::string::npos && first + sign.size() < title.size() &&
        equals_ascii_case(trimmed(std::string_view(title).substr(0, first)), site)) {
      return title.substr(first + sign.size());
    }
  }
  return title;
}

std::string declared_publisher(const Findings& found) {
  static constexpr std::array<std::string_view, 5> kNames = {
      "og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name"};
  const std::string_view publisher = first_of(found.json_ld.publisher, meta(found, kNames));
  return is_web_address(publisher) ? std::string() : collapsed(publisher);
}

std::string declared_title(const Findings& found, std::string_view publisher) {
  static constexpr std::array<std::string_view, 4> kNames = {"og:title", "twitter:title",
                                                             "dc.title", "dcterms.title"};
  std::string_view title = first_of(found.json_ld.title, meta(found, kNames));
  title = first_of(title, found.heading_is_h1 ? std::string_view(found.heading) : "");
  title = first_of(first_of(title, found.title_element), found.heading);
  std::string line = collapsed(title);
  return publisher.empty() ? line : without_site(std::move(line), publisher);
}

std::string declared_author(const Findings& found) {
  static constexpr std::array<std::string_view, 6> kNames = {
      "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl"};
  std::string_view author = found.json_ld.author;
  for (const std::string_view name : kNames) {
    for (const MetaTag& tag : found.metas) {
      if (author.empty() && tag.name == name && !is_web_address(tag.content)) {
        author = tag.content;
      }
    }
  }
  author = first_of(author, found.rel_author);
  if (is_web_address(author)) {
    return {};
  }
  // The byl tag and some others say "By" themselves.
  if (starts_with_ascii_case(author, "by ")) {
    author.remove_prefix(3);
  }
  return collapsed(author);
}

void set_published(const Findings& found, const ReadContext& context, Article& article) {
  static constexpr std::array<std::string_view, 2> kOpenGraph = {"article:published_time",
                                                                 "og:article:published_time"};
  static constexpr std::array<std::string_view, 12> kMeta = {
      "datepublished",    "date",          "pubdate",
      "publishdate",      "publish-date",  "dc.date",
      "dc.date.issued",   "dcterms.date",  "dcterms.issued",
      "parsely-pub-date", "sailthru.date", "article.published"};
  const std::array<std::pair<std::string_view, std::string_view>, 4> sources = {{
      {found.json_ld.date, "json-ld"},
      {meta(found, kOpenGraph), "opengraph"},
      {meta(found, kMeta), "meta"},
      {found.time, "time-element"},
  }};
  for (const auto& [text, from] : sources) {
    article.published = parse_date(text, DateHints{article.language, context.modified});
    if (article.published) {
      article.published->from = from;
      return;
    }
  }
}

void set_language(const Findings& found, Article& article) {
  static constexpr std::array<std::string_view, 4> kNames = {"content-language", "dc.language",
                                                             "language", "og:locale"};
  for (const std::string_view declared :
       {found.language, std::string_view(found.json_ld.language), meta(found, kNames)}) {
    article.language = normalize_language(declared.substr(0, declared.find_first_of("_,;")));
    if (!article.language.empty()) {
      article.language_from = "declared";
      return;
    }
  }
}

void set_url(const Findings& found, Article& article) {
  static constexpr std::array<std::string_view, 1> kNames = {"og:url"};
  for (const std::string_view url :
       {found.canonical, meta(found, kNames), std::string_view(found.json_ld.url)}) {
    if (is_web_address(url)) {
      article.url = url;
      return;
    }
  }
}

// The value after `key` and "=" in the tag or declaration `text`, quotes taken off.
std::string_view value_after(std::string_view text, std::string_view key) {
  const std::string lowered = ascii_lowered(text);
  std::size_t at = lowered.find(key);
  if (at == std::string::npos) {
    return {};
  }
  std::string_view rest = trimmed(text.substr(at + key.size()));
  if (rest.empty() || rest.front() != '=') {
    return {};
  }
  rest = trimmed(rest.substr(1));
  if (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) {
    rest.remove_prefix(1);
  }
  return rest.substr(0, rest.find_first_of("\"'; \t\n\r/>?"));
}

}  // namespace

Article declared_fields(const HtmlTree& tree, const ReadContext& context) {
  const Findings found = Collector(tree).collect();
  Article article;
  set_language(found, article);
  article.publisher = declared_publisher(found);
  article.title = declared_title(found, article.publisher);
  article.author = declared_author(found);
  set_published(found, context, article);
  set_url(found, article);
  return article;
}

std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t kSearched = 4096;
  const std::string_view head = bytes.substr(0, kSearched);
  if (head.substr(0, 5) == "<?xml") {
    const std::string_view encoding = value_after(head.substr(0, head.find("?>")), "encoding");
    if (!encoding.empty()) {
      return std::string(encoding);
    }
  }
  for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    if (starts_with_ascii_case(head.substr(at), "<meta")) {
      const std::string_view tag = head.substr(at, head.substr(at).find('>'));
      const std::string_view charset = value_after(tag, "charset");
      if (!charset.empty()) {
        return std::string(charset);
      }
    }
  }
  return {};
}

}  // namespace lede
