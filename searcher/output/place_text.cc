// Writing places and links.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/place_text.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "searcher/output/file_url.h"
#include "searcher/output/terminal_text.h"

namespace lede {
namespace {

constexpr std::size_t kIndent = 6;  // at most: what stands before a place on its line
constexpr std::size_t kLeastShown = 16;

// The start and the end of `text`, with dots between, in `columns`.
std::string shortened(const std::string& text, std::size_t columns) {
  if (display_width(text) <= columns) {
    return text;
  }
  const auto lines = wrap_lines(text, (columns - 1) / 2);
  const std::string head = text.substr(lines.front().first, lines.front().second);
  std::size_t tail = text.size() - std::min(text.size(), (columns - 1) / 2);
  tail = floor_boundary(text, tail);
  while (display_width(text.substr(tail)) > (columns - 1) / 2) {
    tail = decode(text, tail).next;
  }
  return head + "\u2026" + text.substr(tail);
}

std::string linked(const std::string& url, const std::string& text) {
  return "\x1b]8;;" + url + "\x1b\\" + text + "\x1b]8;;\x1b\\";
}

}  // namespace

std::string place_text(const Hit& hit, const TerminalStyle& style) {
  const Paint paint{style.color};
  const bool has_url = !hit.url.empty();
  std::string place = printable(has_url ? hit.url : hit.path);
  std::string link;
  if (style.links) {
    link = has_url ? web_url(hit.url) : (hit.file.empty() ? "" : file_url(style.host, hit.file));
  }
  std::string id;
  if (!hit.id.empty() && hit.id != hit.url && hit.id != hit.path) {
    id = printable(hit.id);
  }
  if (!link.empty()) {
    const std::size_t room = style.width - std::min(style.width, kIndent + display_width(id) + 3);
    place = linked(link, shortened(place, std::max(room, kLeastShown)));
  }
  std::string out;
  if (!place.empty()) {
    out.append(paint.place()).append(place).append(paint.plain());
  }
  if (!id.empty()) {
    out.append(place.empty() ? "" : " \u00B7 ").append(paint.quiet()).append(id);
    out.append(paint.plain());
  }
  return out;
}

}  // namespace lede
