// Markdown, with front matter. md4c's blocks become simple HTML, whose text is then taken as that
// of any page: one way to break lines, one to read entities.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <md4c.h>

#include <array>
#include <string>
#include <utility>

#include "indexer/readers/charset.h"
#include "indexer/readers/front_matter.h"
#include "indexer/readers/html/text.h"
#include "indexer/readers/html/tree.h"
#include "indexer/readers/readers.h"

namespace lede {
namespace {

// The HTML under way, and how many images are open: their text is no text of the article.
struct Rendering {
  std::string html;
  int images = 0;
};

std::string_view element_of(MD_BLOCKTYPE type, const void* detail) {
  static constexpr std::array<std::string_view, 6> kHeadings = {"h1", "h2", "h3", "h4", "h5", "h6"};
  switch (type) {
    case MD_BLOCK_H: {
      const unsigned level = static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level;
      return kHeadings[level >= 1 && level <= 6 ? level - 1 : 5];
    }
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      return "ul";
    case MD_BLOCK_LI:
      return "li";
    case MD_BLOCK_CODE:
      return "pre";
    case MD_BLOCK_QUOTE:
      return "blockquote";
    case MD_BLOCK_P:
      return "p";
    case MD_BLOCK_TABLE:
      return "table";
    case MD_BLOCK_TR:
      return "tr";
    case MD_BLOCK_TD:
    case MD_BLOCK_TH:
      return "td";
    default:
      return {};
  }
}

void add_tag(std::string& html, std::string_view open, std::string_view name) {
  if (!name.empty()) {
    html.append(open).append(name).append(">");
  }
}

void add_escaped(std::string& html, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '<':
        html += "&lt;";
        break;
      case '&':
        html += "&amp;";
        break;
      default:
        html += c;
    }
  }
}

int enter_block(MD_BLOCKTYPE type, void* detail, void* rendering) {
  add_tag(static_cast<Rendering*>(rendering)->html, "<", element_of(type, detail));
  return 0;
}

int leave_block(MD_BLOCKTYPE type, void* detail, void* rendering) {
  add_tag(static_cast<Rendering*>(rendering)->html, "</", element_of(type, detail));
  return 0;
}

int enter_span(MD_SPANTYPE type, void*, void* rendering) {
  static_cast<Rendering*>(rendering)->images += type == MD_SPAN_IMG ? 1 : 0;
  return 0;
}

int leave_span(MD_SPANTYPE type, void*, void* rendering) {
  static_cast<Rendering*>(rendering)->images -= type == MD_SPAN_IMG ? 1 : 0;
  return 0;
}

int add_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
  auto& rendering = *static_cast<Rendering*>(data);
  if (rendering.images > 0) {
    return 0;
  }
  switch (type) {
    case MD_TEXT_BR:
      rendering.html += "<br>";
      break;
    case MD_TEXT_SOFTBR:
      rendering.html += '\n';
      break;
    case MD_TEXT_HTML:
    case MD_TEXT_ENTITY:
      rendering.html.append(text, size);
      break;
    default:
      add_escaped(rendering.html, std::string_view(text, size));
  }
  return 0;
}

// Empty when md4c gives up (out of memory).
std::string render(std::string_view markdown) {
  Rendering rendering;
  rendering.html.reserve(markdown.size() + markdown.size() / 4);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = add_text;
  if (md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &rendering) != 0) {
    rendering.html.clear();
  }
  return std::move(rendering.html);
}

std::string first_heading(const HtmlTree& tree) {
  for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
    if (tree.nodes()[i].is(GUMBO_TAG_H1)) {
      return collapsed(tree.text_of(i));
    }
  }
  return {};
}

class MarkdownReader final : public Reader {
 public:
  [[nodiscard]] std::string_view format() const override { return "markdown"; }

  [[nodiscard]] std::span<const std::string_view> extensions() const override {
    return kExtensions;
  }

  [[nodiscard]] Result<void> read(std::string_view bytes, const ReadContext& context,
                                  const PageSink& page, const RecordFailureSink&) const override {
    const Result<DecodedText> decoded = decode_file(bytes, context.charset, context.name);
    if (!decoded) {
      return fail(decoded.error());
    }
    FieldCollector fields;
    const std::string_view body = read_front_matter(decoded->text, fields);
    const Result<HtmlTree> tree = HtmlTree::parse(render(body));
    if (!tree) {
      return fail(tree.error().code, std::string(context.name) + ": " + tree.error().message);
    }
    RawPage read = fields.take_fields("front-matter", context);
    if (read.declared.title.empty()) {
      read.declared.title = first_heading(*tree);
    }
    std::string text = whole_text(*tree, read.declared.title);
    if (!text.empty() || read.text.empty()) {
      read.text = std::move(text);
    }
    if (read.text.empty() && read.declared.title.empty()) {
      return fail(ErrorCode::kUnreadable,
                  std::string(context.name) + ": neither a text nor a title in it");
    }
    read.declared.invalid_bytes = decoded->invalid_bytes;
    page(std::move(read));
    return {};
  }

 private:
  static constexpr std::array<std::string_view, 2> kExtensions = {"md", "markdown"};
};

}  // namespace

const Reader& markdown_reader() {
  static const MarkdownReader kReader;
  return kReader;
}

}  // namespace lede
