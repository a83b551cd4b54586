// The visible text of a parsed page.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/text.h"

#include <array>
#include <cstdint>
#include <vector>

#include "indexer/readers/ascii.h"

namespace lede {
namespace {

enum class Layout : std::uint8_t { kInline, kLine, kParagraph, kCell, kBreak, kPreformatted };

Layout layout_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_UL:
      return Layout::kParagraph;
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_OPTION:
      return Layout::kLine;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return Layout::kCell;
    case GUMBO_TAG_BR:
      return Layout::kBreak;
    case GUMBO_TAG_PRE:
      return Layout::kPreformatted;
    default:
      return Layout::kInline;
  }
}

// Elements that hold no text for readers.
bool is_machinery(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_DATALIST:
      return true;
    default:
      return false;
  }
}

bool is_hidden(const HtmlNode& node) {
  if (node.has_attribute("hidden") || equals_ascii_case(node.attribute("aria-hidden"), "true")) {
    return true;
  }
  const std::string style = ascii_lowered(node.attribute("style").substr(0, 200));
  return style.find("display:none") != std::string::npos ||
         style.find("display: none") != std::string::npos;
}

bool has_furniture_role(const HtmlNode& node) {
  static constexpr std::array<std::string_view, 8> kRoles = {
      "navigation", "banner", "contentinfo", "complementary",
      "search",     "menu",   "menubar",     "dialog"};
  const std::string_view role = node.attribute("role");
  for (const std::string_view known : kRoles) {
    if (equals_ascii_case(role, known)) {
      return true;
    }
  }
  return false;
}

// Writes text the way a browser would break it into lines.
class Writer {
 public:
  void add(std::string_view text, bool preformatted) {
    for (const char c : text) {
      if (is_ascii_space(c)) {
        if (preformatted && c == '\n') {
          wanted_newlines_ = std::max(wanted_newlines_, 1);
        }
        blank_ = true;
        continue;
      }
      flush();
      text_ += c;
    }
  }

  // At least `newlines` of them before the next text.
  void end_line(int newlines) { wanted_newlines_ = std::max(wanted_newlines_, newlines); }
  void add_blank() { blank_ = true; }

  // <br>: two of them end a paragraph.
  void add_break() { wanted_newlines_ = std::min(2, wanted_newlines_ + 1); }

  std::string take() { return std::move(text_); }

 private:
  void flush() {
    if (!text_.empty()) {
      if (wanted_newlines_ > 0) {
        text_.append(static_cast<std::size_t>(wanted_newlines_), '\n');
      } else if (blank_) {
        text_ += ' ';
      }
    }
    wanted_newlines_ = 0;
    blank_ = false;
  }

  std::string text_;
  int wanted_newlines_ = 0;
  bool blank_ = false;
};

class PageWriter {
 public:
  PageWriter(const HtmlTree& tree, std::string_view title)
      : nodes_(tree.nodes()), tree_(tree), title_(collapsed(title)) {}

  // The text of the subtree at `root`. `everything`: furniture too, but not machinery.
  std::string write(std::size_t root, bool everything) {
    struct Open {
      std::size_t end;
      Layout layout;
    };
    std::vector<Open> open;
    for (std::size_t i = root; i < nodes_[root].end;) {
      while (!open.empty() && open.back().end <= i) {
        leave(open.back().layout);
        open.pop_back();
      }
      const HtmlNode& node = nodes_[i];
      if (!node.is_element()) {
        writer_.add(node.text(), preformatted_ > 0);
        ++i;
        continue;
      }
      if (i != root && is_left_out(i, root, everything)) {
        writer_.end_line(layout_of(node.node->v.element.tag) == Layout::kInline ? 0 : 2);
        i = node.end;
        continue;
      }
      const Layout layout = layout_of(node.node->v.element.tag);
      enter(layout);
      open.push_back({node.end, layout});
      ++i;
    }
    return writer_.take();
  }

 private:
  void enter(Layout layout) {
    switch (layout) {
      case Layout::kParagraph:
      case Layout::kPreformatted:
        writer_.end_line(2);
        preformatted_ += layout == Layout::kPreformatted ? 1 : 0;
        break;
      case Layout::kLine:
        writer_.end_line(1);
        break;
      case Layout::kCell:
        writer_.add_blank();
        break;
      case Layout::kBreak:
        writer_.add_break();
        break;
      case Layout::kInline:
        break;
    }
  }

  void leave(Layout layout) {
    if (layout != Layout::kBreak) {
      enter(layout);
      preformatted_ -= layout == Layout::kPreformatted ? 2 : 0;
    }
  }

  [[nodiscard]] bool is_left_out(std::size_t index, std::size_t root, bool everything) const {
    const HtmlNode& node = nodes_[index];
    const GumboTag tag = node.node->v.element.tag;
    if (is_machinery(tag)) {
      return true;
    }
    if (tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2) {
      return !title_.empty() && heading_text(tree_, index) == title_;
    }
    if (everything) {
      return false;
    }
    if (is_hidden(node) || has_furniture_role(node)) {
      return true;
    }
    switch (tag) {
      case GUMBO_TAG_NAV:
      case GUMBO_TAG_ASIDE:
      case GUMBO_TAG_FOOTER:
      case GUMBO_TAG_BUTTON:
        return true;
      case GUMBO_TAG_HEADER:
        return !is_inside_article(index, root);
      case GUMBO_TAG_FORM:
        return !holds_paragraphs(index);
      default:
        return false;
    }
  }

  [[nodiscard]] bool is_inside_article(std::size_t index, std::size_t root) const {
    for (std::size_t i = index; i != 0; i = nodes_[i].parent) {
      if (nodes_[i].is(GUMBO_TAG_ARTICLE) || nodes_[i].is(GUMBO_TAG_MAIN)) {
        return true;
      }
      if (i == root) {
        return root != 0;
      }
    }
    return false;
  }

  // Some sites wrap the whole page in one form.
  [[nodiscard]] bool holds_paragraphs(std::size_t index) const {
    std::size_t paragraphs = 0;
    for (std::size_t i = index; i < nodes_[index].end; ++i) {
      paragraphs += nodes_[i].is(GUMBO_TAG_P) ? 1U : 0U;
    }
    return paragraphs >= 3;
  }

  const std::vector<HtmlNode>& nodes_;
  const HtmlTree& tree_;
  std::string title_;
  Writer writer_;
  int preformatted_ = 0;
};

// How many bytes of paragraph text stand before each node.
std::vector<std::size_t> paragraph_bytes(const HtmlTree& tree) {
  const std::vector<HtmlNode>& nodes = tree.nodes();
  std::vector<std::size_t> before(nodes.size() + 1, 0);
  std::size_t paragraph_end = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].is(GUMBO_TAG_P) || nodes[i].is(GUMBO_TAG_BLOCKQUOTE)) {
      paragraph_end = std::max<std::size_t>(paragraph_end, nodes[i].end);
    }
    before[i + 1] = before[i] + (i < paragraph_end ? trimmed(nodes[i].text()).size() : 0);
  }
  return before;
}

// How surely an element is the article: 0 for not at all.
int article_rank(const HtmlNode& node) {
  if (!node.is_element()) {
    return 0;
  }
  if (node.attribute("itemprop").find("articleBody") != std::string_view::npos) {
    return 3;
  }
  if (node.is(GUMBO_TAG_ARTICLE) || equals_ascii_case(node.attribute("role"), "article")) {
    return 2;
  }
  return node.is(GUMBO_TAG_MAIN) || equals_ascii_case(node.attribute("role"), "main") ? 1 : 0;
}

// The element that is the article and holds most of the page's paragraphs; 0 when there is none.
std::size_t find_article(const HtmlTree& tree) {
  const std::vector<HtmlNode>& nodes = tree.nodes();
  const std::vector<std::size_t> before = paragraph_bytes(tree);
  const std::size_t all = before.back();
  std::size_t best = 0;
  int best_rank = 0;
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const int rank = article_rank(nodes[i]);
    if (rank > best_rank && (before[nodes[i].end] - before[i]) * 2 > all) {
      best = i;
      best_rank = rank;
    }
  }
  return best;
}

}  // namespace

HtmlText page_text(const HtmlTree& tree, std::string_view title) {
  HtmlText page;
  const std::size_t article = find_article(tree);
  page.from_article = article != 0;
  page.text = PageWriter(tree, title).write(article, false);
  if (page.text.empty()) {
    page.from_article = false;
    page.text = PageWriter(tree, {}).write(0, true);
  }
  return page;
}

std::string whole_text(const HtmlTree& tree, std::string_view title) {
  return PageWriter(tree, title).write(0, true);
}

std::string heading_text(const HtmlTree& tree, std::size_t index) {
  const std::vector<HtmlNode>& nodes = tree.nodes();
  Writer writer;
  for (std::size_t i = index + 1; i < nodes[index].end; ++i) {
    if (nodes[i].is_element() && layout_of(nodes[i].node->v.element.tag) == Layout::kParagraph) {
      break;
    }
    writer.add(nodes[i].text(), false);
  }
  return writer.take();
}

std::string collapsed(std::string_view text) {
  Writer writer;
  writer.add(text, false);
  return writer.take();
}

}  // namespace lede
