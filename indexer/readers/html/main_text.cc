// Which part of a page is its article. By structure first, then by names, then by where the running
// text is; each may only take out what leaves an article.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/main_text.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/ascii.h"
#include "indexer/readers/html/clean.h"
#include "indexer/readers/html/elements.h"
#include "indexer/readers/html/names.h"
#include "indexer/readers/html/text.h"

namespace lede {
namespace {

constexpr Mark kMachinery = {"machinery", "holds no text for readers"};
constexpr Mark kHidden = {"hidden", "is not shown"};
constexpr Mark kNavigation = {"navigation", "its element or role says so"};
constexpr Mark kCaption = {"caption", "belongs to a picture"};
constexpr Mark kForm = {"form", "is a form"};

constexpr int kOwnText = 2;               // elements of a higher rank hold the text alone
constexpr std::int64_t kAnArticle = 200;  // characters of running text that can be one

// How surely an element is the article by what the page calls it: 0 for not at all.
int rank_of(const HtmlNode& node, NameKind name) {
  if (node.attribute("itemprop").find("articleBody") != std::string_view::npos ||
      node.attribute("property").find("articleBody") != std::string_view::npos) {
    return 4;
  }
  if (name == NameKind::kBody) {
    return 3;
  }
  if (node.is(GUMBO_TAG_ARTICLE) || equals_ascii_case(node.attribute("role"), "article") ||
      node.attribute("itemtype").ends_with("Article") ||
      node.attribute("itemtype").ends_with("BlogPosting")) {
    return 2;
  }
  return node.is(GUMBO_TAG_MAIN) || equals_ascii_case(node.attribute("role"), "main") ? 1 : 0;
}

// A form with paragraphs is the whole page, as some sites wrap it.
bool holds_paragraphs(const std::vector<HtmlNode>& nodes, std::size_t index) {
  constexpr std::size_t kEnough = 3;
  std::size_t paragraphs = 0;
  for (std::size_t i = index; i < nodes[index].end && paragraphs < kEnough; ++i) {
    paragraphs += nodes[i].is(GUMBO_TAG_P) ? 1U : 0U;
  }
  return paragraphs >= kEnough;
}

bool holds(const std::vector<HtmlNode>& nodes, std::size_t index, GumboTag tag) {
  return std::any_of(nodes.begin() + static_cast<std::ptrdiff_t>(index),
                     nodes.begin() + nodes[index].end,
                     [&](const HtmlNode& node) { return node.is(tag); });
}

bool is_inside_article(const std::vector<HtmlNode>& nodes, std::size_t index) {
  while (index != 0 && !nodes[index].is(GUMBO_TAG_ARTICLE) && !nodes[index].is(GUMBO_TAG_MAIN)) {
    index = nodes[index].parent;
  }
  return index != 0;
}

// A figure can also be a table, a piece of code or a quotation.
bool holds_more_than_a_picture(const std::vector<HtmlNode>& nodes, std::size_t index) {
  return holds(nodes, index, GUMBO_TAG_TABLE) || holds(nodes, index, GUMBO_TAG_PRE) ||
         holds(nodes, index, GUMBO_TAG_BLOCKQUOTE);
}

const Mark* mark_by_structure(const std::vector<HtmlNode>& nodes, std::size_t index) {
  const HtmlNode& node = nodes[index];
  const GumboTag tag = node.node->v.element.tag;
  if (is_machinery(tag) && tag != GUMBO_TAG_NOSCRIPT) {
    return &kMachinery;
  }
  if (is_hidden(node)) {
    return &kHidden;
  }
  if (has_furniture_role(node)) {
    return &kNavigation;
  }
  switch (tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_BUTTON:
      return &kNavigation;
    case GUMBO_TAG_FORM:
      return holds_paragraphs(nodes, index) ? nullptr : &kForm;
    default:
      return nullptr;
  }
}

// Furniture unless much of the page's running text is inside.
const Mark* likely_mark(const std::vector<HtmlNode>& nodes, std::size_t index, NameKind name) {
  const HtmlNode& node = nodes[index];
  if (node.is(GUMBO_TAG_HEADER)) {
    return holds(nodes, index, GUMBO_TAG_H1) || is_inside_article(nodes, index) ? mark_of(name)
                                                                                : &kNavigation;
  }
  if (node.is(GUMBO_TAG_ASIDE) || node.is(GUMBO_TAG_FOOTER)) {
    return &kNavigation;
  }
  if (node.is(GUMBO_TAG_FIGURE) || node.is(GUMBO_TAG_FIGCAPTION)) {
    return &kCaption;
  }
  return node.is(GUMBO_TAG_NOSCRIPT) ? &kMachinery : mark_of(name);
}

class Finder {
 public:
  explicit Finder(const HtmlTree& tree)
      : tree_(tree), nodes_(tree.nodes()), names_(nodes_.size(), NameKind::kNone) {}

  MainText find() {
    MainText main;
    main.marks.assign(nodes_.size(), nullptr);
    mark_structure(main.marks);
    mark_names(main.marks);
    const Blocks blocks(tree_, main.marks);
    const std::size_t root = choose(blocks);
    add_lead(blocks, root, main);
    main.parts.push_back(root);
    for (const std::size_t part : main.parts) {
      clean_article(tree_, part, main.marks);
    }
    return main;
  }

 private:
  void mark_structure(Marks& marks) {
    for (std::size_t i = 1; i < nodes_.size();) {
      if (nodes_[i].is_element()) {
        marks[i] = mark_by_structure(nodes_, i);
        names_[i] = name_kind(nodes_[i]);
      }
      i = marks[i] != nullptr ? nodes_[i].end : i + 1;
    }
  }

  // Names are no proof: an element with much of the page's running text stays, whatever its name.
  void mark_names(Marks& marks) const {
    const Blocks blocks(tree_, marks);
    const std::int64_t all = blocks.prose(0);
    const bool gallery = is_gallery(blocks);
    for (std::size_t i = 1; i < nodes_.size();) {
      const Mark* mark = nodes_[i].is_element() ? likely_mark(nodes_, i, names_[i]) : nullptr;
      if (marks[i] == nullptr && mark != nullptr && !(gallery && is_caption(i)) &&
          may_be_furniture(blocks, i, all)) {
        marks[i] = mark;
      }
      i = marks[i] != nullptr ? nodes_[i].end : i + 1;
    }
  }

  [[nodiscard]] bool is_caption(std::size_t index) const {
    const HtmlNode& node = nodes_[index];
    return names_[index] == NameKind::kCaption || node.is(GUMBO_TAG_FIGURE) ||
           node.is(GUMBO_TAG_FIGCAPTION);
  }

  // Whether what stands below pictures is the article: three quarters of the page's running text.
  [[nodiscard]] bool is_gallery(const Blocks& blocks) const {
    std::int64_t captions = 0;
    for (std::size_t i = 1; i < nodes_.size();) {
      const bool caption = nodes_[i].is_element() && is_caption(i);
      captions += caption ? blocks.prose(i) : 0;
      i = caption ? nodes_[i].end : i + 1;
    }
    return captions >= kAnArticle && captions * 4 >= blocks.prose(0) * 3;
  }

  [[nodiscard]] bool may_be_furniture(const Blocks& blocks, std::size_t index,
                                      std::int64_t all) const {
    const HtmlNode& node = nodes_[index];
    if (node.is(GUMBO_TAG_HTML) || node.is(GUMBO_TAG_BODY) || node.is(GUMBO_TAG_MAIN)) {
      return false;
    }
    const std::int64_t inside = blocks.prose(index);
    if (node.is(GUMBO_TAG_FIGCAPTION)) {
      return true;
    }
    if (is_caption(index)) {
      return inside * 5 < all && !holds_more_than_a_picture(nodes_, index);
    }
    if (names_[index] == NameKind::kTeaser && blocks.in_links(index) == 0) {
      return false;
    }
    if (names_[index] == NameKind::kComments) {
      return all - inside >= kAnArticle || inside * 2 < all;
    }
    return inside * 5 < all * 2 || (inside == 0 && all == 0);
  }

  // What stands as running text between the headline and the article is its first paragraph.
  void add_lead(const Blocks& blocks, std::size_t root, MainText& main) const {
    constexpr std::int64_t kLongestLead = 1200;
    constexpr std::size_t kMostBlocks = 25;
    const std::size_t heading = heading_before(root, main.marks);
    if (heading == 0) {
      return;
    }
    std::vector<std::size_t> leads;
    std::int64_t characters = 0;
    std::size_t seen = 0;
    for (const Block& block : blocks.all()) {
      if (block.first < nodes_[heading].end || block.first >= root) {
        continue;
      }
      if (++seen > kMostBlocks) {
        return;
      }
      const std::size_t element = block_element(block.first);
      if (block.prose && (leads.empty() || nodes_[leads.back()].end <= element) &&
          nodes_[element].end <= root &&
          blocks.characters(element) <= std::int64_t{2} * block.characters) {
        leads.push_back(element);
        characters += block.characters;
      }
    }
    if (characters <= kLongestLead) {
      main.parts = std::move(leads);
    }
  }

  // The last headline before `root`: an <h1>, or a lower heading that the page's title repeats. 0
  // when there is none.
  [[nodiscard]] std::size_t heading_before(std::size_t root, const Marks& marks) const {
    constexpr std::size_t kLongestTitle = 1000;
    std::string title;
    std::size_t heading = 0;
    for (std::size_t i = 1; i < root; ++i) {
      if (nodes_[i].is(GUMBO_TAG_TITLE) && title.empty()) {
        title = collapsed(tree_.text_of(i)).substr(0, kLongestTitle);
      }
      if (marks[i] != nullptr || nodes_[i].end > root) {
        continue;
      }
      if (nodes_[i].is(GUMBO_TAG_H1) ||
          ((nodes_[i].is(GUMBO_TAG_H2) || nodes_[i].is(GUMBO_TAG_H3)) && repeats(title, i))) {
        heading = i;
      }
    }
    return heading;
  }

  [[nodiscard]] bool repeats(const std::string& title, std::size_t heading) const {
    constexpr std::size_t kTooShort = 12;
    const std::string text = heading_text(tree_, heading);
    return text.size() >= kTooShort && title.find(text) != std::string::npos;
  }

  [[nodiscard]] std::size_t block_element(std::size_t index) const {
    while (index != 0 && (!nodes_[index].is_element() ||
                          layout_of(nodes_[index].node->v.element.tag) == Layout::kInline)) {
      index = nodes_[index].parent;
    }
    return index;
  }

  // The smallest node with the most running text, less links; or what the page itself calls its
  // article, if enough of it is there.
  [[nodiscard]] std::size_t choose(const Blocks& blocks) const {
    const std::size_t best = densest(blocks, 0);
    const std::int64_t most = std::max<std::int64_t>(blocks.prose(best), 1);
    for (int rank = 4; rank >= 1; --rank) {
      const std::size_t hinted = best_of_rank(blocks, rank);
      if (hinted != 0 && blocks.prose(hinted) * 5 >= most * 2) {
        return rank > kOwnText ? hinted : container_of(densest(blocks, hinted));
      }
    }
    return best != 0 ? container_of(best) : most_plain_text(blocks);
  }

  // For pages without running text: what the page calls its article and has most text; else all.
  [[nodiscard]] std::size_t most_plain_text(const Blocks& blocks) const {
    std::size_t best = 0;
    std::int64_t most = 0;
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
      if (nodes_[i].is_element() && rank_of(nodes_[i], names_[i]) > 0 &&
          blocks.characters(i) - blocks.in_links(i) > most) {
        best = i;
        most = blocks.characters(i) - blocks.in_links(i);
      }
    }
    return best;
  }

  // The smallest node inside `root` with the most running text, less links; `root` if there is
  // none.
  [[nodiscard]] std::size_t densest(const Blocks& blocks, std::size_t root) const {
    std::size_t best = root;
    for (std::size_t i = root + 1; i < nodes_[root].end; ++i) {
      if (nodes_[i].is_element() && blocks.value(i) > 0 && blocks.value(i) >= blocks.value(best)) {
        best = i;
      }
    }
    return best;
  }

  [[nodiscard]] std::size_t best_of_rank(const Blocks& blocks, int rank) const {
    std::size_t best = 0;
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
      if (nodes_[i].is_element() && rank_of(nodes_[i], names_[i]) == rank &&
          blocks.prose(i) > (best == 0 ? 0 : blocks.prose(best))) {
        best = i;
      }
    }
    return best;
  }

  // Paragraphs stand beside others: the element around them is meant.
  [[nodiscard]] std::size_t container_of(std::size_t index) const {
    for (; index != 0; index = nodes_[index].parent) {
      switch (nodes_[index].node->v.element.tag) {
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_BODY:
          return index;
        default:
          break;
      }
    }
    return index;
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  std::vector<NameKind> names_;
};

}  // namespace

MainText find_main_text(const HtmlTree& tree) { return Finder(tree).find(); }

}  // namespace lede
