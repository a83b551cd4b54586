// Writing marked lines.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/marked_lines.h"

#include <algorithm>

namespace lede {
namespace {

void append_part(std::string& out, std::string_view part, std::string_view look,
                 std::string_view end) {
  if (!part.empty()) {
    out.append(look).append(part).append(look.empty() ? "" : end);
  }
}

}  // namespace

void append_marked(std::string& out, const MarkedText& text,
                   std::pair<std::size_t, std::size_t> line, const LineLook& look) {
  const std::string_view all = text.text;
  auto mark = std::lower_bound(
      text.marks.begin(), text.marks.end(), line.first,
      [](const auto& candidate, std::size_t at) { return candidate.second <= at; });
  std::size_t done = line.first;
  for (; mark != text.marks.end() && mark->first < line.second; ++mark) {
    const std::size_t from = std::max(mark->first, done);
    const std::size_t to = std::min(mark->second, line.second);
    append_part(out, all.substr(done, from - done), look.text, look.end);
    append_part(out, all.substr(from, to - from), look.mark, look.end);
    done = to;
  }
  append_part(out, all.substr(done, line.second - done), look.text, look.end);
}

}  // namespace lede
