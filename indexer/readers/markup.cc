// Pieces of HTML inside other formats: the text field of a JSON record, a title with entities.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/markup.h"

#include <array>

#include "indexer/readers/ascii.h"
#include "indexer/readers/html/text.h"
#include "indexer/readers/html/tree.h"

namespace lede {
namespace {

// Whether a tag's name ends at `at` and the tag itself before another starts.
bool is_tag_end(std::string_view text, std::size_t at) {
  if (at >= text.size() || !(text[at] == '>' || text[at] == '/' || is_ascii_space(text[at]))) {
    return false;
  }
  const std::size_t end = text.find_first_of("<>", at);
  return end != std::string_view::npos && text[end] == '>';
}

template <std::size_t N>
bool has_tag_at(std::string_view text, std::size_t at,
                const std::array<std::string_view, N>& tags) {
  for (const std::string_view tag : tags) {
    if (starts_with_ascii_case(text.substr(at), tag) && is_tag_end(text, at + tag.size())) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool looks_like_markup(std::string_view text) {
  static constexpr std::array<std::string_view, 16> kStarts = {
      "<!doctype", "<html", "<p",  "<div", "<article", "<section", "<h1",         "<h2",
      "<h3",       "<ul",   "<ol", "<img", "<figure",  "<table",   "<blockquote", "<span"};
  static constexpr std::array<std::string_view, 7> kInside = {
      "<p", "</p", "<br", "</div", "</li", "</h2", "</blockquote"};
  constexpr int kEnough = 2;
  text = trimmed(text);
  if (text.find('<') == std::string_view::npos) {
    return false;
  }
  if (has_tag_at(text, 0, kStarts)) {
    return true;
  }
  int tags = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos && tags < kEnough;
       at = text.find('<', at + 1)) {
    tags += has_tag_at(text, at, kInside) ? 1 : 0;
  }
  return tags >= kEnough;
}

std::string markup_to_text(std::string_view markup) {
  const Result<HtmlTree> tree = HtmlTree::parse(markup);
  return tree ? whole_text(*tree) : std::string(markup);
}

}  // namespace lede
