// Keeps hostile markup from costing more than honest markup: nesting is capped as browsers cap it.
// Follows which elements are open about as an HTML parser does. Where it errs, it must count too
// many open elements, not too few: the tree builder's time grows with the square of the depth.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/limits.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/readers/html/tags.h"

namespace lede {
namespace {

class OpenElements {
 public:
  // Whether one more element may be opened; it then counts as open.
  bool open(const Tag& tag) {
    if (foreign_ == 0 && tag.kind == TagKind::kTable) {
      close_table_part(tag.name);
    }
    if (stack_.size() >= kMaxOpenElements ||
        (tag.kind == TagKind::kFormatting && formatting_ >= kMaxOpenFormatting)) {
      return false;
    }
    foreign_ += tag.kind == TagKind::kForeign ? 1U : 0U;
    formatting_ += tag.kind == TagKind::kFormatting ? 1U : 0U;
    stack_.emplace_back(tag.name, tag.kind);
    return true;
  }

  void close(const Tag& tag) {
    std::size_t at = stack_.size();
    while (at > 0 && stack_[at - 1].first != tag.name) {
      if (stops(tag.kind, stack_[at - 1])) {
        return;
      }
      --at;
    }
    if (at == 0) {
      return;
    }
    if (tag.kind == TagKind::kFormatting) {
      stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(at - 1));
      --formatting_;
    } else {
      cut(at - 1);
    }
  }

  [[nodiscard]] bool in_foreign() const { return foreign_ > 0; }

 private:
  using Element = std::pair<std::string, TagKind>;

  // Whether an end tag of `kind` cannot reach outside the open `element`.
  static bool stops(TagKind kind, const Element& element) {
    if (kind == TagKind::kTable) {
      return element.first == "table" || element.first == "template" ||
             element.second == TagKind::kForeign;
    }
    if (element.second == TagKind::kBarrier || element.second == TagKind::kTable ||
        element.second == TagKind::kForeign) {
      return true;
    }
    return (kind == TagKind::kOther || kind == TagKind::kForeign) &&
           element.second == TagKind::kBlock;
  }

  // A new cell or row closes the one before it in the same table.
  void close_table_part(std::string_view name) {
    const bool cell = name == "td" || name == "th";
    for (std::size_t at = stack_.size(); at > 0 && name != "table"; --at) {
      const std::string& open = stack_[at - 1].first;
      if (open == "table" || open == "template") {
        return;
      }
      if (cell ? open == "td" || open == "th" : stack_[at - 1].second == TagKind::kTable) {
        cut(at - 1);
        if (cell || open == name) {
          return;
        }
      }
    }
  }

  void cut(std::size_t length) {
    for (std::size_t at = length; at < stack_.size(); ++at) {
      foreign_ -= stack_[at].second == TagKind::kForeign ? 1U : 0U;
    }
    // Formatting left open inside is reopened outside: it goes on counting.
    std::size_t kept = length;
    for (std::size_t at = length; at < stack_.size(); ++at) {
      if (stack_[at].second == TagKind::kFormatting) {
        std::swap(stack_[kept++], stack_[at]);
      }
    }
    stack_.resize(kept);
  }

  std::vector<Element> stack_;
  std::size_t foreign_ = 0;
  std::size_t formatting_ = 0;
};

}  // namespace

std::string cap_nesting(std::string_view html) {
  std::string capped(html);
  OpenElements open;
  Tag tag;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    if (at + 1 < html.size() && (html[at + 1] == '!' || html[at + 1] == '?')) {
      at = skip_declaration(html, at);
      continue;
    }
    if (!read_tag(html, at, tag)) {
      ++at;
      continue;
    }
    bool admitted = tag.attributes <= kMaxTagAttributes;
    const bool raw = tag.kind == TagKind::kRawText && !open.in_foreign();
    if (tag.closing && !raw) {
      open.close(tag);
    } else if (!raw && tag.kind != TagKind::kVoid && tag.kind != TagKind::kImplied) {
      admitted = admitted && open.open(tag);
    }
    if (!admitted) {
      std::fill(capped.begin() + static_cast<std::ptrdiff_t>(at),
                capped.begin() + static_cast<std::ptrdiff_t>(tag.end), ' ');
    }
    at = raw && !tag.closing && admitted ? skip_raw_text(html, tag.end, tag.name) : tag.end;
  }
  return capped;
}

}  // namespace lede
