// Cutting bytes at line ends.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/line_splitter.h"

namespace lede::mcp {

void LineSplitter::add(std::string_view bytes) {
  for (;;) {
    const std::size_t end = bytes.find('\n');
    add_part(bytes.substr(0, end));
    if (end == std::string_view::npos) {
      return;
    }
    end_line();
    bytes.remove_prefix(end + 1);
  }
}

void LineSplitter::end() {
  if (too_long_ || !line_.empty()) {
    end_line();
  }
}

void LineSplitter::add_part(std::string_view part) {
  if (too_long_ || part.size() > longest_ - line_.size()) {
    too_long_ = true;
    line_.clear();
    return;
  }
  line_ += part;
}

void LineSplitter::end_line() {
  sink_(line_, too_long_);
  line_.clear();
  too_long_ = false;
}

}  // namespace lede::mcp
