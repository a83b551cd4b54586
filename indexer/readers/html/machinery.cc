// Drops what no reader of a page sees before it is parsed.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/machinery.h"

#include "indexer/readers/ascii.h"
#include "indexer/readers/html/tags.h"

namespace lede {
namespace {

bool is_dropped(std::string_view name, std::string_view tag) {
  return name == "style" ||
         (name == "script" &&
          ascii_lowered(tag.substr(0, 500)).find("ld+json") == std::string::npos);
}

// A script that writes a script inside a comment ends elsewhere than at its first end tag.
bool ends_at_first_end_tag(std::string_view inside) {
  return inside.find("<!--") == std::string_view::npos ||
         inside.find("<script") == std::string_view::npos;
}

}  // namespace

std::string without_machinery(std::string_view html) {
  std::string kept;
  kept.reserve(html.size());
  std::size_t from = 0;
  const auto drop = [&](std::size_t start, std::size_t end) {
    kept += html.substr(from, start - from);
    from = end;
  };
  Tag tag;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    if (at + 1 < html.size() && (html[at + 1] == '!' || html[at + 1] == '?')) {
      const std::size_t end = skip_declaration(html, at);
      if (html.substr(at, 4) == "<!--" && html.substr(0, end).ends_with("-->")) {
        drop(at, end);
      }
      at = end;
      continue;
    }
    if (!read_tag(html, at, tag)) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    at = tag.end;
    if (tag.closing || tag.kind != TagKind::kRawText) {
      continue;
    }
    const std::size_t end = skip_raw_text(html, tag.end, tag.name);
    const std::string_view inside = html.substr(tag.end, end - tag.end);
    if (end < html.size() && is_dropped(tag.name, html.substr(start, tag.end - start)) &&
        ends_at_first_end_tag(inside)) {
      drop(tag.end, end);
    }
    at = end;
  }
  drop(html.size(), html.size());
  return kept;
}

}  // namespace lede
