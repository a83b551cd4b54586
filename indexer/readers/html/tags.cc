// The tags of a page as they stand in its bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/tags.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <unordered_map>

#include "indexer/readers/ascii.h"

namespace lede {
namespace {

const std::unordered_map<std::string_view, TagKind>& kinds() {
  static const std::unordered_map<std::string_view, TagKind> kKinds = [] {
    std::unordered_map<std::string_view, TagKind> made;
    const auto add = [&](TagKind kind, std::initializer_list<std::string_view> names) {
      for (const std::string_view name : names) {
        made.emplace(name, kind);
      }
    };
    add(TagKind::kVoid, {"area",  "base", "br",     "col",      "embed",   "hr",    "img", "image",
                         "input", "link", "meta",   "param",    "source",  "track", "wbr", "html",
                         "head",  "body", "keygen", "basefont", "bgsound", "frame"});
    add(TagKind::kImplied, {"p", "li", "dd", "dt", "option", "optgroup"});
    add(TagKind::kBlock,
        {"address", "article", "aside", "blockquote", "center",     "details", "dialog",
         "dir",     "div",     "dl",    "fieldset",   "figcaption", "figure",  "footer",
         "header",  "hgroup",  "main",  "menu",       "nav",        "ol",      "pre",
         "section", "summary", "ul",    "h1",         "h2",         "h3",      "h4",
         "h5",      "h6",      "form",  "listing"});
    add(TagKind::kBarrier,
        {"button", "caption", "template", "object", "applet", "marquee", "select", "desc",
         "foreignobject", "mi", "mo", "mn", "ms", "mtext", "annotation-xml"});
    add(TagKind::kTable, {"table", "tbody", "thead", "tfoot", "tr", "td", "th", "colgroup"});
    add(TagKind::kFormatting, {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small",
                               "strike", "strong", "tt", "u"});
    add(TagKind::kRawText,
        {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"});
    add(TagKind::kForeign, {"svg", "math"});
    return made;
  }();
  return kKinds;
}

TagKind kind_of(std::string_view name) {
  const auto found = kinds().find(name);
  return found == kinds().end() ? TagKind::kOther : found->second;
}

// Follows a tag behind its name as the HTML standard's tokenizer does: a quote counts only where a
// value begins, which blanks may stand before.
class TagScanner {
 public:
  // False for the ">" that ends the tag.
  bool goes_on(char c) {
    if (quote_ != '\0') {
      if (c == quote_) {
        quote_ = '\0';
        state_ = State::kBetween;
      }
      return true;
    }
    if (c == '>') {
      return false;
    }
    if (is_ascii_space(c)) {
      state_ = after_blank();
    } else if (state_ == State::kBeforeValue) {
      begin_value(c);
    } else if (state_ != State::kValue) {
      follow_name(c);
    }
    return true;
  }

  [[nodiscard]] std::size_t attributes() const { return attributes_; }

 private:
  enum class State : std::uint8_t { kBetween, kName, kAfterName, kBeforeValue, kValue };

  [[nodiscard]] State after_blank() const {
    switch (state_) {
      case State::kName:
        return State::kAfterName;
      case State::kValue:
        return State::kBetween;
      default:
        return state_;
    }
  }

  void begin_value(char c) {
    const bool quoted = c == '"' || c == '\'';
    quote_ = quoted ? c : '\0';
    state_ = quoted ? state_ : State::kValue;
  }

  void follow_name(char c) {
    if (c == '/') {
      state_ = State::kBetween;
    } else if (c == '=' && state_ != State::kBetween) {
      state_ = State::kBeforeValue;
    } else if (state_ != State::kName) {
      state_ = State::kName;
      ++attributes_;
    }
  }

  State state_ = State::kBetween;
  char quote_ = '\0';
  std::size_t attributes_ = 0;
};

}  // namespace

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
  TagScanner scanner;
  while (at < html.size() && scanner.goes_on(html[at])) {
    ++at;
  }
  tag.attributes = scanner.attributes();
  tag.end = std::min(at + 1, html.size());
  return true;
}

std::size_t skip_declaration(std::string_view html, std::size_t at) {
  const bool comment = html.substr(at, 4) == "<!--";
  const std::size_t end = comment ? html.find("-->", at + 2) : html.find('>', at);
  return end == std::string_view::npos ? html.size() : end + (comment ? 3 : 1);
}

std::size_t skip_raw_text(std::string_view html, std::size_t at, std::string_view name) {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
    if (starts_with_ascii_case(html.substr(at + 2), name)) {
      return at;
    }
  }
  return html.size();
}

}  // namespace lede
