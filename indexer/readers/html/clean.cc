// Furniture inside an article, by how much of it is links and how little is running text.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/clean.h"

#include <string>
#include <string_view>

#include "indexer/readers/ascii.h"

namespace lede {
namespace {

bool is_container(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_P:
    case GUMBO_TAG_HEADER:
      return true;
    default:
      return false;
  }
}

constexpr Mark kLinks = {"related", "is mostly links"};
constexpr Mark kLinkAlone = {"related", "is a link alone"};

class Cleaner {
 public:
  Cleaner(const HtmlTree& tree, std::size_t root, Marks& marks)
      : tree_(tree), nodes_(tree.nodes()), root_(root), marks_(marks), blocks_(tree, marks) {}

  void clean() {
    for (std::size_t i = root_ + 1; i < nodes_[root_].end;) {
      if (marks_[i] == nullptr && nodes_[i].is_element()) {
        marks_[i] = is_list_of_links(i) ? &kLinks : is_link_alone(i) ? &kLinkAlone : nullptr;
      }
      i = marks_[i] != nullptr ? nodes_[i].end : i + 1;
    }
  }

 private:
  [[nodiscard]] bool is_list_of_links(std::size_t index) const {
    const GumboTag tag = nodes_[index].node->v.element.tag;
    if (!is_container(tag) || blocks_.prose(index) * 4 > blocks_.prose(root_)) {
      return false;
    }
    const std::int64_t all = blocks_.characters(index);
    const std::int64_t links = blocks_.in_links(index);
    if (all * 2 > blocks_.characters(root_)) {
      return false;
    }
    return all > 0 && blocks_.prose(index) * 2 < all && links * 10 > all * 6 && tag != GUMBO_TAG_P;
  }

  // A paragraph that is one link to another story: it says no sentence, and is no address.
  [[nodiscard]] bool is_link_alone(std::size_t index) const {
    if (!nodes_[index].is(GUMBO_TAG_P) || blocks_.characters(index) < 15 ||
        blocks_.in_links(index) != blocks_.characters(index)) {
      return false;
    }
    const std::string text = tree_.text_of(index);
    const std::string_view line = trimmed(text);
    return !line.starts_with("http") && !line.starts_with("www.");
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  std::size_t root_;
  Marks& marks_;
  Blocks blocks_;
};

}  // namespace

void clean_article(const HtmlTree& tree, std::size_t root, Marks& marks) {
  Cleaner(tree, root, marks).clean();
}

}  // namespace lede
