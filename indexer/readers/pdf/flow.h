// From the lines of printed pages to the paragraphs they were set from.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace lede {

// Lines of a paragraph joined, words put together that were hyphenated at a line's end, running
// heads and page numbers left out, and paragraphs that go on over the page made whole. Paragraphs
// are separated by blank lines. `pages` is valid UTF-8.
[[nodiscard]] std::string flow_text(const std::vector<std::string>& pages);

}  // namespace lede
