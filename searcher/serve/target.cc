// Splitting first, decoding after: an escaped slash or ampersand is a part of its segment or value.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/target.h"

namespace lede::serve {
namespace {

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') {
    return digit - '0';
  }
  const char lower = static_cast<char>(digit | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
      if (high < 0 || low < 0) {
        return std::nullopt;
      }
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += plus_is_space && text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

// Calls `take` with each piece between separators; stops when it refuses one.
template <typename Take>
bool each_piece(std::string_view text, char separator, Take take) {
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    if (!take(text.substr(0, end))) {
      return false;
    }
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return true;
}

}  // namespace

std::optional<Target> parse_target(std::string_view target) {
  if (!target.starts_with('/')) {
    return std::nullopt;
  }
  target = target.substr(0, target.find('#'));
  const std::size_t question = target.find('?');
  Target result;
  if (question != std::string_view::npos) {
    result.query = target.substr(question + 1);
  }
  const bool good = each_piece(target.substr(1, question - 1), '/', [&](std::string_view piece) {
    auto segment = decoded(piece, false);
    if (!segment) {
      return false;
    }
    result.segments.push_back(*std::move(segment));
    return true;
  });
  return good ? std::optional(std::move(result)) : std::nullopt;
}

std::string escaped_segment(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "-._~";
  std::string out;
  for (const char letter : text) {
    const char lower = static_cast<char>(letter | 0x20);
    if ((lower >= 'a' && lower <= 'z') || (letter >= '0' && letter <= '9') ||
        kPlain.find(letter) != std::string_view::npos) {
      out += letter;
    } else {
      const auto byte = static_cast<unsigned char>(letter);
      out.append({'%', kDigits[byte / 16], kDigits[byte % 16]});
    }
  }
  return out;
}

std::optional<NamedValues> parse_form(std::string_view text) {
  NamedValues values;
  const bool good = each_piece(text, '&', [&](std::string_view piece) {
    if (piece.empty()) {
      return true;
    }
    const std::size_t equals = piece.find('=');
    auto name = decoded(piece.substr(0, equals), true);
    auto value = decoded(
        equals == std::string_view::npos ? std::string_view() : piece.substr(equals + 1), true);
    if (!name || !value) {
      return false;
    }
    values.emplace_back(*std::move(name), *std::move(value));
    return true;
  });
  return good ? std::optional(std::move(values)) : std::nullopt;
}

}  // namespace lede::serve
