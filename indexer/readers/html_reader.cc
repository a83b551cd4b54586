// HTML: a saved page, with the fields it declares.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <utility>

#include "indexer/readers/ascii.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/html/furniture_zones.h"
#include "indexer/readers/html/main_text.h"
#include "indexer/readers/html/meta.h"
#include "indexer/readers/html/text.h"
#include "indexer/readers/html/tree.h"
#include "indexer/readers/markup.h"
#include "indexer/readers/markup_start.h"
#include "indexer/readers/readers.h"

namespace lede {
namespace {

// Some pages hold most of their text in JSON-LD and show it by a script: what they do show, such as
// the lead, then stands before it.
std::string with_hidden_body(std::string text, std::string_view body) {
  constexpr std::size_t kAnArticle = 400;
  if (body.size() < kAnArticle || body.size() <= 3 * text.size()) {
    return text;
  }
  const std::string whole = looks_like_markup(body) ? markup_to_text(body) : std::string(body);
  return text.empty() || whole.find(text) != std::string::npos ? whole : text + "\n\n" + whole;
}

class HtmlReader final : public Reader {
 public:
  [[nodiscard]] std::string_view format() const override { return "html"; }

  [[nodiscard]] std::span<const std::string_view> extensions() const override {
    return kExtensions;
  }

  [[nodiscard]] std::span<const std::string_view> mime_types() const override { return kKinds; }

  [[nodiscard]] bool is_sure_of(std::string_view head) const override {
    head = markup_start(head);
    return starts_with_ascii_case(head, "<!doctype html") || starts_with_ascii_case(head, "<html");
  }

  [[nodiscard]] Result<void> read(std::string_view bytes, const ReadContext& context,
                                  const PageSink& page, const RecordFailureSink&) const override {
    const std::string charset =
        context.charset.empty() ? declared_charset(bytes) : std::string(context.charset);
    const Result<DecodedText> decoded = decode_file(bytes, charset, context.name);
    if (!decoded) {
      return fail(decoded.error());
    }
    const Result<HtmlTree> tree = HtmlTree::parse(decoded->text);
    if (!tree) {
      return fail(tree.error().code, std::string(context.name) + ": " + tree.error().message);
    }
    RawPage read;
    const Findings found = find_fields(*tree);
    read.declared = declared_fields(found, context);
    read.declared.invalid_bytes = decoded->invalid_bytes;
    const MainText main = find_main_text(*tree);
    read.text = with_hidden_body(article_text(*tree, main, read.declared.title), found.body);
    if (read.text.empty()) {
      read.text = whole_text(*tree);
    } else {
      read.furniture = furniture_zones(*tree, main, read.text.size() + 2);
    }
    if (read.text.empty() && read.declared.title.empty()) {
      return fail(ErrorCode::kUnreadable,
                  std::string(context.name) + ": no text and no title in the page");
    }
    read.scraped = true;  // bylines and the like stand inside the article's element, too
    page(std::move(read));
    return {};
  }

 private:
  static constexpr std::array<std::string_view, 3> kExtensions = {"html", "htm", "xhtml"};

  static constexpr std::array<std::string_view, 1> kKinds = {"text/html"};
};

}  // namespace

const Reader& html_reader() {
  static const HtmlReader kReader;
  return kReader;
}

}  // namespace lede
