// How the headers of a message look: what tells mail from other text.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "indexer/readers/ascii.h"
#include "indexer/readers/mail/message.h"

namespace lede {
namespace {

constexpr std::array<std::string_view, 14> kTelling = {
    "from",       "to",           "subject",      "date",        "message-id",
    "received",   "return-path",  "mime-version", "newsgroups",  "reply-to",
    "references", "content-type", "organization", "delivered-to"};
constexpr std::size_t kEnough = 3;

std::string_view header_name(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon == std::string_view::npos ? std::string_view() : line.substr(0, colon);
}

}  // namespace

bool is_header_line(std::string_view line) {
  const std::string_view name = header_name(line);
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_';
  });
}

bool begins_with_headers(std::string_view head) {
  std::array<bool, kTelling.size()> seen{};
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = head.substr(0, end);
    const bool cut = end == head.size();
    head.remove_prefix(std::min(end + 1, head.size()));
    if (trimmed(line).empty()) {
      break;
    }
    if (line.front() == ' ' || line.front() == '\t') {
      continue;  // goes on from the line before
    }
    if (!cut && !is_header_line(line)) {
      return false;
    }
    for (std::size_t i = 0; i < kTelling.size(); ++i) {
      seen[i] = seen[i] || equals_ascii_case(header_name(line), kTelling[i]);
    }
  }
  return static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true)) >= kEnough;
}

}  // namespace lede
