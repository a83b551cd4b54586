// Counting characters: each has one byte that is no continuation byte.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/characters.h"

#include <algorithm>

namespace lede::mcp {
namespace {

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character));
}

std::size_t byte_of_character(std::string_view text, std::size_t number) {
  std::size_t seen = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (starts_character(text[at]) && seen++ == number) {
      return at;
    }
  }
  return text.size();
}

}  // namespace lede::mcp
