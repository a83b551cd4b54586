// DOCX: a Word document as one article.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>
#include <utility>

#include "indexer/readers/package/package.h"
#include "indexer/readers/readers.h"

namespace lede {
namespace {

constexpr const char* kDocxBody = "word/document.xml";
constexpr const char* kDocxProperties = "docProps/core.xml";

std::string docx_text(pugi::xml_node root) {
  remove_below(root, "Fallback");  // says the same again, for old programs
  Paragraphs paragraphs;
  for_each_below(root, [&](pugi::xml_node node) {
    const std::string_view name = local_name(node);
    if (name == "p") {
      paragraphs.begin();
    } else if (name == "t") {
      paragraphs.add(node.text().get());
    } else if (name == "tab") {
      paragraphs.add("\t");
    } else if (name == "br" || name == "cr") {
      paragraphs.add("\n");
    } else if (name == "noBreakHyphen") {
      paragraphs.add("-");
    }
  });
  return paragraphs.take();
}

class DocxReader final : public Reader {
 public:
  [[nodiscard]] std::string_view format() const override { return "docx"; }

  [[nodiscard]] std::span<const std::string_view> extensions() const override {
    return kExtensions;
  }

  [[nodiscard]] bool reads_text() const override { return false; }

  // All of Office's documents begin alike; those of other programs are found out by read().
  [[nodiscard]] bool is_sure_of(std::string_view head) const override {
    const std::string_view first = first_member(head);
    return first == "[Content_Types].xml" || first == "_rels/.rels" ||
           (first.ends_with(".xml") &&
            (first.starts_with("word/") || first.starts_with("docProps/") ||
             first.starts_with("customXml/")));
  }

  [[nodiscard]] Result<void> read(std::string_view bytes, const ReadContext& context,
                                  const PageSink& page, const RecordFailureSink&) const override {
    const auto package = Package::open(bytes, context, [](std::string_view name) {
      return name == kDocxBody || name == kDocxProperties;
    });
    if (!package) {
      return fail(package.error());
    }
    if (package->member(kDocxBody) == nullptr) {
      return no_text_document(context);
    }
    const auto body = package->xml(kDocxBody, context);
    if (!body) {
      return fail(body.error());
    }
    FieldCollector fields;
    if (const auto properties = package->xml(kDocxProperties, context)) {
      add_dublin_core(properties->root(), fields);
    }
    return give_document(fields, docx_text(child_of(body->root(), "body")), context, page);
  }

 private:
  static constexpr std::array<std::string_view, 2> kExtensions = {"docx", "docm"};
};

}  // namespace

const Reader& docx_reader() {
  static const DocxReader kReader;
  return kReader;
}

}  // namespace lede
