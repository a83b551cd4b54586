// Keeps hostile markup from costing more than honest markup: nesting is capped as browsers cap it.
// Follows which elements are open about as an HTML parser does. Where it errs, it must count too
// many open elements, not too few: the tree builder's time grows with the square of the depth.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/limits.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/readers/ascii.h"

namespace lede {
namespace {

enum class Kind : std::uint8_t {
  kOther,       // <span>, <custom-element>: its end tag closes up to the next block
  kVoid,        // has no content
  kImplied,     // <p>, <li>: closed by the next one, so that it does not nest by itself
  kBlock,       // its end tag closes all inside it
  kBarrier,     // a block whose inside cannot close what is outside
  kTable,       // parts of a table: they close each other
  kFormatting,  // reopened in the next block when left open
  kRawText,     // up to its end tag nothing is markup
  kForeign,     // <svg>, <math>: other rules hold inside
};

const std::unordered_map<std::string_view, Kind>& kinds() {
  static const std::unordered_map<std::string_view, Kind> kKinds = [] {
    std::unordered_map<std::string_view, Kind> made;
    const auto add = [&](Kind kind, std::initializer_list<std::string_view> names) {
      for (const std::string_view name : names) {
        made.emplace(name, kind);
      }
    };
    add(Kind::kVoid, {"area",  "base", "br",     "col",      "embed",   "hr",    "img", "image",
                      "input", "link", "meta",   "param",    "source",  "track", "wbr", "html",
                      "head",  "body", "keygen", "basefont", "bgsound", "frame"});
    add(Kind::kImplied, {"p", "li", "dd", "dt", "option", "optgroup"});
    add(Kind::kBlock,
        {"address", "article", "aside", "blockquote", "center",     "details", "dialog",
         "dir",     "div",     "dl",    "fieldset",   "figcaption", "figure",  "footer",
         "header",  "hgroup",  "main",  "menu",       "nav",        "ol",      "pre",
         "section", "summary", "ul",    "h1",         "h2",         "h3",      "h4",
         "h5",      "h6",      "form",  "listing"});
    add(Kind::kBarrier,
        {"button", "caption", "template", "object", "applet", "marquee", "select", "desc",
         "foreignobject", "mi", "mo", "mn", "ms", "mtext", "annotation-xml"});
    add(Kind::kTable, {"table", "tbody", "thead", "tfoot", "tr", "td", "th", "colgroup"});
    add(Kind::kFormatting, {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small",
                            "strike", "strong", "tt", "u"});
    add(Kind::kRawText,
        {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"});
    add(Kind::kForeign, {"svg", "math"});
    return made;
  }();
  return kKinds;
}

Kind kind_of(std::string_view name) {
  const auto found = kinds().find(name);
  return found == kinds().end() ? Kind::kOther : found->second;
}

struct Tag {
  std::string name;
  Kind kind = Kind::kOther;
  std::size_t end = 0;  // behind its ">"
  std::size_t attributes = 0;
  bool closing = false;
};

// Reads the tag whose "<" is at `start`; false where there is none.
bool read_tag(std::string_view html, std::size_t start, Tag& tag) {
  std::size_t at = start + 1;
  tag.closing = at < html.size() && html[at] == '/';
  at += tag.closing ? 1 : 0;
  if (at >= html.size() || !is_ascii_letter(html[at])) {
    return false;
  }
  tag.name.clear();
  for (; at < html.size() && !is_ascii_space(html[at]) && html[at] != '/' && html[at] != '>';
       ++at) {
    if (tag.name.size() < 32) {
      tag.name += ascii_lower(html[at]);
    }
  }
  tag.kind = kind_of(tag.name);
  tag.attributes = 0;
  bool between = true;
  for (char quote = 0; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != 0) {
      quote = c == quote ? '\0' : quote;
    } else if (c == '>') {
      break;
    } else if ((c == '"' || c == '\'') && html[at - 1] != '/' && !between) {
      quote = c;
    } else if (is_ascii_space(c) || c == '/') {
      between = true;
    } else if (between && c != '=') {
      ++tag.attributes;
      between = false;
    } else if (c == '=') {
      between = false;
    }
  }
  tag.end = std::min(at + 1, html.size());
  return true;
}

class OpenElements {
 public:
  // Whether one more element may be opened; it then counts as open.
  bool open(const Tag& tag) {
    if (foreign_ == 0 && tag.kind == Kind::kTable) {
      close_table_part(tag.name);
    }
    if (stack_.size() >= kMaxOpenElements ||
        (tag.kind == Kind::kFormatting && formatting_ >= kMaxOpenFormatting)) {
      return false;
    }
    foreign_ += tag.kind == Kind::kForeign ? 1U : 0U;
    formatting_ += tag.kind == Kind::kFormatting ? 1U : 0U;
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
    if (tag.kind == Kind::kFormatting) {
      stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(at - 1));
      --formatting_;
    } else {
      cut(at - 1);
    }
  }

  [[nodiscard]] bool in_foreign() const { return foreign_ > 0; }

 private:
  using Element = std::pair<std::string, Kind>;

  // Whether an end tag of `kind` cannot reach outside the open `element`.
  static bool stops(Kind kind, const Element& element) {
    if (kind == Kind::kTable) {
      return element.first == "table" || element.first == "template" ||
             element.second == Kind::kForeign;
    }
    if (element.second == Kind::kBarrier || element.second == Kind::kTable ||
        element.second == Kind::kForeign) {
      return true;
    }
    return (kind == Kind::kOther || kind == Kind::kForeign) && element.second == Kind::kBlock;
  }

  // A new cell or row closes the one before it in the same table.
  void close_table_part(std::string_view name) {
    const bool cell = name == "td" || name == "th";
    for (std::size_t at = stack_.size(); at > 0 && name != "table"; --at) {
      const std::string& open = stack_[at - 1].first;
      if (open == "table" || open == "template") {
        return;
      }
      if (cell ? open == "td" || open == "th" : stack_[at - 1].second == Kind::kTable) {
        cut(at - 1);
        if (cell || open == name) {
          return;
        }
      }
    }
  }

  void cut(std::size_t length) {
    for (std::size_t at = length; at < stack_.size(); ++at) {
      foreign_ -= stack_[at].second == Kind::kForeign ? 1U : 0U;
    }
    // Formatting left open inside is reopened outside: it goes on counting.
    std::size_t kept = length;
    for (std::size_t at = length; at < stack_.size(); ++at) {
      if (stack_[at].second == Kind::kFormatting) {
        std::swap(stack_[kept++], stack_[at]);
      }
    }
    stack_.resize(kept);
  }

  std::vector<Element> stack_;
  std::size_t foreign_ = 0;
  std::size_t formatting_ = 0;
};

// Where the comment, declaration or processing instruction that starts at `at` ends.
std::size_t skip_declaration(std::string_view html, std::size_t at) {
  const bool comment = html.substr(at, 4) == "<!--";
  const std::size_t end = comment ? html.find("-->", at + 2) : html.find('>', at);
  return end == std::string_view::npos ? html.size() : end + (comment ? 3 : 1);
}

// Where the end tag of a raw text element stands, or the end of the page.
std::size_t skip_raw_text(std::string_view html, std::size_t at, std::string_view name) {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
    if (starts_with_ascii_case(html.substr(at + 2), name)) {
      return at;
    }
  }
  return html.size();
}

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
    const bool raw = tag.kind == Kind::kRawText && !open.in_foreign();
    if (tag.closing && !raw) {
      open.close(tag);
    } else if (!raw && tag.kind != Kind::kVoid && tag.kind != Kind::kImplied) {
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
