// Laying out an article.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/article_text.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "searcher/output/dates.h"
#include "searcher/output/marked_lines.h"
#include "searcher/output/terminal_text.h"

namespace lede {
namespace {

constexpr std::size_t kFieldColumns = 11;

void append_wrapped(std::string& out, std::string_view text, std::size_t width,
                    const LineLook& look) {
  const MarkedText clean = printable(text, {});
  for (const auto& line : wrap_lines(clean.text, width)) {
    append_marked(out, clean, line, look);
    out.append("\n");
  }
}

void append_field(std::string& out, std::string_view name, const std::string& value,
                  const Paint& paint) {
  if (!value.empty()) {
    out.append(paint.quiet()).append(name).append(kFieldColumns - name.size(), ' ');
    out.append(paint.plain()).append(printable(value)).append("\n");
  }
}

}  // namespace

std::string article_text(const Article& article, const TerminalStyle& style) {
  const Paint paint{style.color};
  std::string out;
  append_wrapped(out, article.title.empty() ? "(no title)" : article.title, style.width,
                 {paint.title(), "", paint.plain()});
  append_field(out, "published", article.published ? date_text(*article.published) : "", paint);
  append_field(out, "modified", article.modified ? date_text(*article.modified) : "", paint);
  append_field(out, "publisher", article.publisher, paint);
  append_field(out, "agency", article.agency, paint);
  append_field(out, "author", article.author, paint);
  append_field(out, "place", article.place, paint);
  append_field(out, "section", article.section, paint);
  append_field(out, "language", article.language, paint);
  append_field(out, "url", article.url, paint);
  append_field(out, "path", article.path, paint);
  append_field(out, "id", article.id, paint);
  out.append("\n");
  return out + paragraphs_text(article.text, style.width);
}

std::string paragraphs_text(std::string_view text, std::size_t width) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end == 0) {
      out.append("\n");
    } else {
      append_wrapped(out, text.substr(0, end), width, {});
    }
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return out;
}

}  // namespace lede
