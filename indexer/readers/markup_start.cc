// Where the first element of a markup file begins, which tells what it is.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/markup_start.h"

#include <algorithm>

#include "indexer/readers/ascii.h"

namespace lede {
namespace {

// Cuts `text` behind the first `end`; to nothing when it has none.
void skip_past(std::string_view& text, std::string_view end) {
  const std::size_t at = text.find(end);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + end.size());
}

void skip_doctype(std::string_view& text) {
  const std::size_t subset = text.find_first_of("[>");
  if (subset != std::string_view::npos && text[subset] == '[') {
    skip_past(text, "]");
  }
  skip_past(text, ">");
}

}  // namespace

std::string_view markup_start(std::string_view head) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (head.starts_with(kMark)) {
    head.remove_prefix(kMark.size());
  }
  while (true) {
    while (!head.empty() && is_ascii_space(head.front())) {
      head.remove_prefix(1);
    }
    if (head.starts_with("<!--")) {
      skip_past(head, "-->");
    } else if (head.starts_with("<?")) {
      skip_past(head, "?>");
    } else {
      return head.starts_with('<') ? head : std::string_view();
    }
  }
}

std::string_view root_element(std::string_view head) {
  head = markup_start(head);
  if (head.starts_with("<!")) {
    skip_doctype(head);
    head = markup_start(head);
  }
  if (head.empty()) {
    return {};
  }
  head.remove_prefix(1);
  const std::string_view name =
      head.substr(0, std::min(head.find_first_of(" \t\r\n/>"), head.size()));
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace lede
