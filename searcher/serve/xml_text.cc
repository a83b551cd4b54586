// What XML 1.0 calls a Char.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/xml_text.h"

#include "common/text/utf8.h"

namespace lede::serve {

std::string xml_text(std::string_view text) {
  constexpr char32_t kReplacement = 0xFFFD;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const char32_t value = point.value;
    const bool allowed = value == '\t' || value == '\n' || value == '\r' ||
                         (value >= 0x20 && value != 0xFFFE && value != 0xFFFF);
    append_utf8(out, allowed ? value : kReplacement);
    at = point.next;
  }
  return out;
}

}  // namespace lede::serve
