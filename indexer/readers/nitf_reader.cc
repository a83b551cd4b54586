// NITF 3: one news article as agencies and archives exchange it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>
#include <utility>

#include "indexer/readers/ascii.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/markup_start.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/xml/document.h"

namespace lede {
namespace {

// Dates are written 20240531T120000Z; dashes and colons make them readable elsewhere.
std::string spelled_out(std::string_view norm) {
  constexpr std::size_t kDate = 8;
  constexpr std::size_t kToSeconds = 15;
  std::string date(norm);
  if (norm.size() >= kDate && std::all_of(norm.begin(), norm.begin() + kDate, is_ascii_digit)) {
    date.insert(6, "-").insert(4, "-");
    if (norm.size() >= kToSeconds && norm[kDate] == 'T') {
      date.insert(15, ":").insert(13, ":");
    }
  }
  return date;
}

// "By ANN LEE" is Ann's name and a word before it.
std::string byline_author(pugi::xml_node byline) {
  if (const pugi::xml_node person = child_of(byline, "person")) {
    return text_of(person);
  }
  const std::string author = text_of(byline);
  return starts_with_ascii_case(author, "by ") ? author.substr(3) : author;
}

// Archives repeat the first paragraph in a block of its own.
pugi::xml_node body_in(pugi::xml_node content) {
  for (const pugi::xml_node block : content.children("block")) {
    if (std::string_view(block.attribute("class").value()) == "full_text") {
      return block;
    }
  }
  return content;
}

class NitfReader final : public Reader {
 public:
  [[nodiscard]] std::string_view format() const override { return "nitf"; }

  [[nodiscard]] std::span<const std::string_view> extensions() const override {
    return kExtensions;
  }

  [[nodiscard]] bool is_sure_of(std::string_view head) const override {
    return root_element(head) == "nitf";
  }

  [[nodiscard]] Result<void> read(std::string_view bytes, const ReadContext& context,
                                  const PageSink& page, const RecordFailureSink&) const override {
    const Result<XmlDocument> document = parse_xml(bytes, context);
    if (!document) {
      return fail(document.error());
    }
    FieldCollector fields;
    add_fields(document->root(), fields);
    Result<RawPage> read = fields.take_page("nitf", context);
    if (!read) {
      return fail(read.error().code, std::string(context.name) + ": " + read.error().message);
    }
    read->declared.invalid_bytes = document->invalid_bytes;
    page(std::move(*read));
    return {};
  }

 private:
  static constexpr std::array<std::string_view, 1> kExtensions = {"nitf"};

  static void add_fields(pugi::xml_node root, FieldCollector& fields) {
    const pugi::xml_node head = child_of(root, "head");
    const pugi::xml_node data = child_of(head, "docdata");
    const pugi::xml_node publication = child_of(head, "pubdata");
    const pugi::xml_node opening = child_of(root, {"body", "body.head"});
    const pugi::xml_node dateline = child_of(opening, "dateline");
    fields.add({JsonField::kTitle, 0}, {text_of(child_of(opening, {"hedline", "hl1"}))});
    fields.add({JsonField::kTitle, 1}, {text_of(child_of(head, "title"))});
    fields.add({JsonField::kAuthor, 0}, {byline_author(child_of(opening, "byline"))});
    fields.add({JsonField::kPlace, 0}, {text_of(child_of(dateline, "location"))});
    add_date(fields, 0, child_of(data, "date.issue").attribute("norm"));
    add_date(fields, 1, publication.attribute("date.publication"));
    add_date(fields, 2, child_of(dateline, "story.date").attribute("norm"));
    fields.add({JsonField::kPublisher, 0}, {publication.attribute("name").value()});
    fields.add({JsonField::kPublisher, 1},
               {child_of(data, "doc.copyright").attribute("holder").value()});
    fields.add({JsonField::kUrl, 0}, {publication.attribute("ex-ref").value()});
    fields.add({JsonField::kLanguage, 0}, {root.attribute("xml:lang").value()});
    fields.add({JsonField::kText, 0},
               {markup_inside(body_in(child_of(root, {"body", "body.content"})))});
  }

  static void add_date(FieldCollector& fields, std::size_t rank, pugi::xml_attribute norm) {
    fields.add({JsonField::kDate, rank}, {spelled_out(norm.value())});
  }
};

}  // namespace

const Reader& nitf_reader() {
  static const NitfReader kReader;
  return kReader;
}

}  // namespace lede
