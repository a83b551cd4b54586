// Any text as the lines of printed pages, a form feed between two: the words of a page are neither
// lost nor made up, but for hyphens, page numbers and running heads.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/readers/pdf/flow.h"

namespace {

std::size_t letters_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 0x20U) - 'a') < 26U;
  }));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text =
      lede::repair_utf8(std::string_view(reinterpret_cast<const char*>(data), size)).text;
  std::vector<std::string> pages(1);
  for (const char c : text) {
    if (c == '\f') {
      pages.emplace_back();
    } else {
      pages.back() += c;
    }
  }
  const std::string flowed = lede::flow_text(pages);
  if (!lede::is_valid_utf8(flowed) || letters_of(flowed) > letters_of(text)) {
    std::abort();
  }
  return 0;
}
