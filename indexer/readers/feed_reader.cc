// Feeds: RSS 0.9 to 2.0, RDF and Atom. Each item is an article.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/ascii.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/markup.h"
#include "indexer/readers/markup_start.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/xml/document.h"

namespace lede {
namespace {

// Which element of an item is which field; of two for the same field, the one named first.
struct ElementField {
  const char* name;
  JsonField field;
};
constexpr std::array kElements = {
    ElementField{"title", JsonField::kTitle},
    ElementField{"content:encoded", JsonField::kText},
    ElementField{"content", JsonField::kText},
    ElementField{"description", JsonField::kText},
    ElementField{"summary", JsonField::kText},
    ElementField{"pubDate", JsonField::kDate},
    ElementField{"published", JsonField::kDate},
    ElementField{"issued", JsonField::kDate},
    ElementField{"dc:date", JsonField::kDate},
    ElementField{"dcterms:created", JsonField::kDate},
    ElementField{"updated", JsonField::kDate},
    ElementField{"dc:creator", JsonField::kAuthor},
    ElementField{"author", JsonField::kAuthor},
    ElementField{"source", JsonField::kPublisher},
    ElementField{"dc:publisher", JsonField::kPublisher},
    ElementField{"feedburner:origLink", JsonField::kUrl},
    ElementField{"link", JsonField::kUrl},
    ElementField{"guid", JsonField::kUrl},
    ElementField{"dc:language", JsonField::kLanguage},
};

bool is_item(pugi::xml_node node) {
  const std::string_view name = local_name(node);
  return name == "item" || name == "entry";
}

// Text that holds HTML, as nearly all feeds' does: escaped, or as elements.
std::string text_in(pugi::xml_node node) {
  const std::string_view type = node.attribute("type").value();
  if (type == "xhtml") {
    return markup_inside(node);
  }
  std::string text = node.text().get();
  const bool plain = type == "text" || text.find_first_of("<&") == std::string::npos;
  return plain ? text : markup_to_text(text);
}

// "editor@example.org (Ann Lee)" is Ann Lee; an Atom author has a name of its own.
std::string author_in(pugi::xml_node node) {
  if (const pugi::xml_node name = child_of(node, "name")) {
    return text_of(name);
  }
  std::string author = text_of(node);
  const std::size_t open = author.find('(');
  if (author.find('@') < open && open != std::string::npos && author.ends_with(')')) {
    return author.substr(open + 1, author.size() - open - 2);
  }
  return author;
}

std::string link_in(pugi::xml_node node) {
  const pugi::xml_attribute target = node.attribute("href");
  if (!target) {
    return text_of(node);
  }
  const std::string_view relation = node.attribute("rel").value();
  return relation.empty() || relation == "alternate" ? target.value() : std::string();
}

std::string value_in(pugi::xml_node node, JsonField field) {
  switch (field) {
    case JsonField::kTitle:
    case JsonField::kText:
      return text_in(node);
    case JsonField::kAuthor:
      return author_in(node);
    case JsonField::kUrl:
      return link_in(node);
    case JsonField::kPublisher:  // Atom's source is a feed in the entry
      return child_of(node, "title").empty() ? text_of(node) : text_of(child_of(node, "title"));
    default:
      return text_of(node);
  }
}

class FeedReader final : public Reader {
 public:
  [[nodiscard]] std::string_view format() const override { return "feed"; }

  [[nodiscard]] std::span<const std::string_view> extensions() const override {
    return kExtensions;
  }

  [[nodiscard]] std::span<const std::string_view> mime_types() const override { return kKinds; }

  [[nodiscard]] bool is_sure_of(std::string_view head) const override {
    const std::string_view root = root_element(head);
    return root == "rss" || root == "feed" ||
           (root == "RDF" && head.find("purl.org/rss/") != std::string_view::npos);
  }

  [[nodiscard]] Result<void> read(std::string_view bytes, const ReadContext& context,
                                  const PageSink& page,
                                  const RecordFailureSink& failed) const override {
    const Result<XmlDocument> document = parse_xml(bytes, context);
    if (!document) {
      return fail(document.error());
    }
    const Feed feed = feed_of(document->root());
    std::size_t number = 0;
    for (const pugi::xml_node holder : {document->root(), feed.head}) {
      for (const pugi::xml_node node : holder.children()) {
        if (!is_item(node)) {
          continue;
        }
        const std::string record = std::to_string(++number);
        auto item = read_item(node, feed, context);
        if (!item) {
          failed(record,
                 Error{item.error().code,
                       std::string(context.name) + ": item " + record + ": " + item.error().message,
                       {}});
          continue;
        }
        item->record = record;
        item->declared.invalid_bytes = number == 1 ? document->invalid_bytes : 0;
        if (!page(std::move(*item))) {
          return {};
        }
      }
    }
    return {};
  }

 private:
  static constexpr std::array<std::string_view, 3> kExtensions = {"rss", "atom", "rdf"};
  static constexpr std::array<std::string_view, 2> kKinds = {"application/rss+xml",
                                                             "application/atom+xml"};

  struct Feed {
    pugi::xml_node head;  // RSS: the channel; Atom: nothing, the root has the items
    std::string title;
    std::string language;
  };

  static Feed feed_of(pugi::xml_node root) {
    Feed feed;
    feed.head = child_of(root, "channel");
    const pugi::xml_node about = feed.head.empty() ? root : feed.head;
    feed.title = text_in(child_of(about, "title"));
    feed.language = text_of(child_of(about, "language"));
    if (feed.language.empty()) {
      feed.language = root.attribute("xml:lang").value();
    }
    return feed;
  }

  static Result<RawPage> read_item(pugi::xml_node item, const Feed& feed,
                                   const ReadContext& context) {
    FieldCollector fields;
    for (std::size_t rank = 0; rank < kElements.size(); ++rank) {
      const auto& [name, field] = kElements[rank];
      std::vector<std::string> values;
      for (const pugi::xml_node node : item.children(name)) {
        values.push_back(value_in(node, field));
        if (field != JsonField::kAuthor && !values.back().empty()) {
          break;
        }
      }
      fields.add({field, rank}, std::move(values));
    }
    fields.add({JsonField::kPublisher, kElements.size()}, {feed.title});
    fields.add({JsonField::kLanguage, kElements.size()}, {feed.language});
    return fields.take_page("feed", context);
  }
};

}  // namespace

const Reader& feed_reader() {
  static const FeedReader kReader;
  return kReader;
}

}  // namespace lede
