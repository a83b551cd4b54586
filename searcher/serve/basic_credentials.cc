// Undoing base64.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/basic_credentials.h"

#include <cstdint>

#include "searcher/serve/tokens.h"

namespace lede::serve {
namespace {

constexpr std::string_view kBasic = "Basic ";
constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::optional<std::string> decoded(std::string_view text) {
  while (text.ends_with('=')) {
    text.remove_suffix(1);
  }
  std::string out;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char letter : text) {
    const std::size_t value = kDigits.find(letter);
    if (value == std::string_view::npos) {
      return std::nullopt;
    }
    bits = (bits << 6U) | static_cast<std::uint32_t>(value);
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>((bits >> count) & 0xFFU);
    }
  }
  return out;
}

}  // namespace

std::optional<std::string> basic_password(std::string_view authorization) {
  if (!same_token(authorization.substr(0, kBasic.size()), kBasic)) {
    return std::nullopt;
  }
  const auto pair = decoded(trimmed(authorization.substr(kBasic.size())));
  const std::size_t colon = pair ? pair->find(':') : std::string::npos;
  return colon == std::string::npos ? std::nullopt : std::optional(pair->substr(colon + 1));
}

}  // namespace lede::serve
