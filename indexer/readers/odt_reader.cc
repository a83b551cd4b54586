// ODT: an OpenDocument text as one article.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>
#include <utility>

#include "indexer/readers/package/package.h"
#include "indexer/readers/readers.h"

namespace lede {
namespace {

constexpr std::string_view kOdtKind = "application/vnd.oasis.opendocument.";
constexpr const char* kOdtBody = "content.xml";
constexpr const char* kOdtProperties = "meta.xml";

std::string odt_text(pugi::xml_node body) {
  for (const char* no_text : {"tracked-changes", "annotation", "forms"}) {
    remove_below(body, no_text);
  }
  Paragraphs paragraphs;
  for_each_below(body, [&](pugi::xml_node node) {
    const std::string_view name = local_name(node);
    if (name == "p" || name == "h") {
      paragraphs.begin();
    } else if (name == "s") {
      paragraphs.add(" ");
    } else if (name == "tab") {
      paragraphs.add("\t");
    } else if (name == "line-break") {
      paragraphs.add("\n");
    } else if (node.type() == pugi::node_pcdata) {
      paragraphs.add(node.value());
    }
  });
  return paragraphs.take();
}

class OdtReader final : public Reader {
 public:
  [[nodiscard]] std::string_view format() const override { return "odt"; }

  [[nodiscard]] std::span<const std::string_view> extensions() const override {
    return kExtensions;
  }

  [[nodiscard]] bool reads_text() const override { return false; }

  [[nodiscard]] bool is_sure_of(std::string_view head) const override {
    return declares_kind(head, kOdtKind);
  }

  [[nodiscard]] Result<void> read(std::string_view bytes, const ReadContext& context,
                                  const PageSink& page, const RecordFailureSink&) const override {
    const auto package = Package::open(bytes, context, [](std::string_view name) {
      return name == kOdtBody || name == kOdtProperties;
    });
    if (!package) {
      return fail(package.error());
    }
    const auto body = package->xml(kOdtBody, context);
    if (!body) {
      return fail(body.error());
    }
    const pugi::xml_node text = child_of(body->root(), {"body", "text"});
    if (!text) {
      return no_text_document(context);
    }
    FieldCollector fields;
    if (const auto properties = package->xml(kOdtProperties, context)) {
      add_dublin_core(child_of(properties->root(), "meta"), fields);
    }
    return give_document(fields, odt_text(text), context, page);
  }

 private:
  static constexpr std::array<std::string_view, 1> kExtensions = {"odt"};
};

}  // namespace

const Reader& odt_reader() {
  static const OdtReader kReader;
  return kReader;
}

}  // namespace lede
