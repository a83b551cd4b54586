// Reading queries.tsv.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/searcher/query/query_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string_view>

namespace lede::test {
namespace {

int hex_digit(char c) {
  const std::size_t digit = std::string_view("0123456789ABCDEF").find(c);
  return digit == std::string_view::npos ? -1 : static_cast<int>(digit);
}

// "{09}" is the byte of that number.
std::string decoded(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool escape = at + 3 < text.size() && text[at] == '{' && text[at + 3] == '}' &&
                        hex_digit(text[at + 1]) >= 0 && hex_digit(text[at + 2]) >= 0;
    if (escape) {
      bytes += static_cast<char>(hex_digit(text[at + 1]) * 16 + hex_digit(text[at + 2]));
      at += 3;
    } else {
      bytes += text[at];
    }
  }
  return bytes;
}

}  // namespace

std::vector<QueryRow> query_table() {
  std::ifstream file(std::string(LEDE_SOURCE_DIR) + "/tests/unit/searcher/query/queries.tsv");
  std::vector<QueryRow> found;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line.starts_with("## ")) {
      continue;
    }
    const std::size_t tree = line.find('\t');
    EXPECT_NE(tree, std::string::npos) << "no tab in line " << number;
    const std::size_t warnings = std::min(line.find('\t', tree + 1), line.size());
    found.push_back({number, decoded(line.substr(0, tree)),
                     decoded(line.substr(tree + 1, warnings - tree - 1)),
                     line.substr(std::min(warnings + 1, line.size()))});
  }
  return found;
}

}  // namespace lede::test
