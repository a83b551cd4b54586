// Splitting first, decoding after: an escaped slash or ampersand is a part of its segment or value.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/target.h"

#include "searcher/api/percent_coding.h"

namespace lede::serve {
namespace {

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
    auto segment = unescaped(piece, false);
    if (!segment) {
      return false;
    }
    result.segments.push_back(*std::move(segment));
    return true;
  });
  return good ? std::optional(std::move(result)) : std::nullopt;
}

std::optional<NamedValues> parse_form(std::string_view text) {
  NamedValues values;
  const bool good = each_piece(text, '&', [&](std::string_view piece) {
    if (piece.empty()) {
      return true;
    }
    const std::size_t equals = piece.find('=');
    auto name = unescaped(piece.substr(0, equals), true);
    auto value = unescaped(
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
