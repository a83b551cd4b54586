// The visible text of a parsed page.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/text.h"

#include <algorithm>
#include <vector>

#include "indexer/readers/ascii.h"
#include "indexer/readers/html/blocks.h"
#include "indexer/readers/html/elements.h"

namespace lede {
namespace {

// Writes text the way a browser would break it into lines.
class Writer {
 public:
  void add(std::string_view text, bool preformatted) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (c == '\xC2' && (text.substr(i, 2) == "\u00AD" || text.substr(i, 2) == "\u00A0")) {
        ++i;
        blank_ = blank_ || text[i] == '\xA0';  // a soft hyphen is nothing to a reader
        continue;
      }
      if (c == '\xE2' && (text.substr(i, 3) == "\u200B" || text.substr(i, 3) == "\u2060")) {
        i += 2;
        continue;
      }
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

  // The text of the subtree at `root` without what is marked. Without marks furniture too, but not
  // machinery.
  void write(std::size_t root, const Marks* marks) {
    struct Open {
      std::size_t end;
      Layout layout;
    };
    std::vector<Open> open;
    writer_.end_line(2);
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
      if (i != root && is_left_out(i, marks)) {
        writer_.end_line(layout_of(node.node->v.element.tag) == Layout::kInline ? 0 : 2);
        i = node.end;
        continue;
      }
      const Layout layout = layout_of(node.node->v.element.tag);
      enter(layout);
      open.push_back({node.end, layout});
      ++i;
    }
    for (; !open.empty(); open.pop_back()) {
      leave(open.back().layout);
    }
  }

  std::string take() { return writer_.take(); }

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

  [[nodiscard]] bool is_left_out(std::size_t index, const Marks* marks) const {
    const GumboTag tag = nodes_[index].node->v.element.tag;
    if (marks == nullptr ? is_machinery(tag) : (*marks)[index] != nullptr) {
      return true;
    }
    return (tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2) && !title_.empty() &&
           heading_text(tree_, index) == title_;
  }

  const std::vector<HtmlNode>& nodes_;
  const HtmlTree& tree_;
  std::string title_;
  Writer writer_;
  int preformatted_ = 0;
};

}  // namespace

std::string article_text(const HtmlTree& tree, const MainText& main, std::string_view title) {
  PageWriter writer(tree, title);
  for (const std::size_t part : main.parts) {
    writer.write(part, &main.marks);
  }
  return writer.take();
}

std::string readable_text(const HtmlTree& tree, std::size_t index) {
  PageWriter writer(tree, {});
  writer.write(index, nullptr);
  return writer.take();
}

std::string whole_text(const HtmlTree& tree, std::string_view title) {
  PageWriter writer(tree, title);
  writer.write(0, nullptr);
  return writer.take();
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
