// What the elements of a page are for.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/elements.h"

#include <array>
#include <string>
#include <string_view>

#include "indexer/readers/ascii.h"

namespace lede {

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

}  // namespace lede
