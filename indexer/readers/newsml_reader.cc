// NewsML-G2: news items, alone or many in a message.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/json_fields.h"
#include "indexer/readers/markup_start.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/xml/document.h"

namespace lede {
namespace {

// The name in `node`, or the one it is known by in a list.
std::string name_in(pugi::xml_node node) {
  std::string name = text_of(child_of(node, "name"));
  if (!name.empty()) {
    return name;
  }
  const std::string text = text_of(node);
  return text.empty() ? node.attribute("literal").value() : text;
}

std::vector<std::string> names_in(pugi::xml_node parent, const char* element) {
  std::vector<std::string> names;
  for (const pugi::xml_node node : parent.children()) {
    if (local_name(node) == element) {
      names.push_back(name_in(node));
    }
  }
  return names;
}

// The text of the item: a page, an NITF body, or plain text.
std::string item_text(pugi::xml_node content) {
  for (const pugi::xml_node part : content.children()) {
    const std::string_view name = local_name(part);
    if (name == "inlineXML") {
      const pugi::xml_node body = find_below(part, "body.content");
      const pugi::xml_node page = find_below(part, "body");
      return markup_inside(!body.empty() ? body : (!page.empty() ? page : part));
    }
    if (name == "inlineData") {
      return part.text().get();
    }
  }
  return {};
}

class NewsmlReader final : public Reader {
 public:
  [[nodiscard]] std::string_view format() const override { return "newsml"; }

  [[nodiscard]] std::span<const std::string_view> extensions() const override {
    return kExtensions;
  }

  [[nodiscard]] bool is_sure_of(std::string_view head) const override {
    const std::string_view root = root_element(head);
    return root == "newsItem" || root == "newsMessage";
  }

  [[nodiscard]] Result<void> read(std::string_view bytes, const ReadContext& context,
                                  const PageSink& page,
                                  const RecordFailureSink& failed) const override {
    const Result<XmlDocument> document = parse_xml(bytes, context);
    if (!document) {
      return fail(document.error());
    }
    if (local_name(document->root()) == "newsItem") {
      Result<RawPage> read = read_item(document->root(), context);
      if (!read) {
        return fail(read.error().code, std::string(context.name) + ": " + read.error().message);
      }
      read->declared.invalid_bytes = document->invalid_bytes;
      page(std::move(*read));
      return {};
    }
    read_message(document->root(), context, page, failed);
    return {};
  }

 private:
  static constexpr std::array<std::string_view, 2> kExtensions = {"newsml", "g2"};

  static void read_message(pugi::xml_node root, const ReadContext& context, const PageSink& page,
                           const RecordFailureSink& failed) {
    std::size_t number = 0;
    for (const pugi::xml_node item : child_of(root, "itemSet").children()) {
      if (local_name(item) != "newsItem") {
        continue;
      }
      const std::string record = std::to_string(++number);
      Result<RawPage> read = read_item(item, context);
      if (!read) {
        failed(record,
               Error{read.error().code,
                     std::string(context.name) + ": item " + record + ": " + read.error().message,
                     {}});
        continue;
      }
      read->record = record;
      if (!page(std::move(*read))) {
        return;
      }
    }
  }

  static Result<RawPage> read_item(pugi::xml_node item, const ReadContext& context) {
    const pugi::xml_node about = child_of(item, "itemMeta");
    const pugi::xml_node content = child_of(item, "contentMeta");
    FieldCollector fields;
    fields.add({JsonField::kId, 0}, {item.attribute("guid").value()});
    fields.add({JsonField::kTitle, 0}, {text_of(child_of(content, "headline"))});
    fields.add({JsonField::kTitle, 1}, {text_of(child_of(about, "title"))});
    fields.add({JsonField::kAuthor, 0}, names_in(content, "creator"));
    fields.add({JsonField::kAuthor, 1}, {text_of(child_of(content, "by"))});
    fields.add({JsonField::kPlace, 0}, names_in(content, "located"));
    fields.add({JsonField::kAgency, 0}, {text_of(child_of(content, "creditline"))});
    fields.add({JsonField::kPublisher, 0}, {name_in(child_of(about, "provider"))});
    fields.add({JsonField::kPublisher, 1},
               {name_in(child_of(item, {"rightsInfo", "copyrightHolder"}))});
    fields.add({JsonField::kDate, 0}, {text_of(child_of(content, "contentCreated"))});
    fields.add({JsonField::kDate, 1}, {text_of(child_of(about, "firstCreated"))});
    fields.add({JsonField::kDate, 2}, {text_of(child_of(about, "versionCreated"))});
    fields.add({JsonField::kLanguage, 0}, {child_of(content, "language").attribute("tag").value()});
    fields.add({JsonField::kLanguage, 1}, {item.attribute("xml:lang").value()});
    fields.add({JsonField::kText, 0}, {item_text(child_of(item, "contentSet"))});
    return fields.take_page("newsml", context);
  }
};

}  // namespace

const Reader& newsml_reader() {
  static const NewsmlReader kReader;
  return kReader;
}

}  // namespace lede
