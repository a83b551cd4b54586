// A table of what each byte is: these loops run over every letter of every article shown.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/plain_word.h"

#include "common/text/fold.h"

namespace lede {
namespace {

enum ByteKind : std::uint8_t { kOther, kSpace, kSmall, kCapital, kMark };

constexpr std::array<ByteKind, 256> kKinds = [] {
  std::array<ByteKind, 256> kinds{};
  for (unsigned char c = 'a'; c <= 'z'; ++c) {
    kinds[c] = kSmall;
    kinds[c - 0x20U] = kCapital;
  }
  for (const char c : std::string_view(" \t\n\v\f\r")) {
    kinds[static_cast<unsigned char>(c)] = kSpace;
  }
  for (const char c : std::string_view(".,;:!?\")]")) {
    kinds[static_cast<unsigned char>(c)] = kMark;
  }
  return kinds;
}();

ByteKind kind_of(char c) { return kKinds[static_cast<unsigned char>(c)]; }

constexpr std::size_t kLastBit = 63;

}  // namespace

bool is_plain_word(std::string_view chunk) {
  std::string_view rest = chunk;
  return !chunk.empty() && take_plain_word(rest) == chunk;
}

std::string_view take_plain_word(std::string_view& text) {
  std::size_t start = 0;
  while (start < text.size() && kind_of(text[start]) == kSpace) {
    ++start;
  }
  if (start == text.size() ||
      (kind_of(text[start]) != kSmall && kind_of(text[start]) != kCapital)) {
    return {};
  }
  std::size_t end = start + 1;
  while (end < text.size() && kind_of(text[end]) == kSmall) {
    ++end;
  }
  if (end - start < 2 || end - start > kMaxTerm) {
    return {};
  }
  const std::size_t after = end < text.size() && kind_of(text[end]) == kMark ? end + 1 : end;
  if (after < text.size() && kind_of(text[after]) != kSpace) {
    return {};
  }
  const std::string_view word = text.substr(start, end - start);
  text.remove_prefix(after);
  return word;
}

void PlainWordFilter::want_term(std::string_view term) {
  if (!term.empty() && kind_of(term.front()) == kSmall) {
    const std::size_t length = term.size() < kLastBit ? term.size() : kLastBit;
    lengths_[static_cast<std::size_t>(term.front() - 'a')] |= std::uint64_t{1} << length;
  }
}

void PlainWordFilter::want_stem(std::string_view stem) {
  if (!stem.empty() && kind_of(stem.front()) == kSmall) {
    want_from(stem.front(), stem.size());
  }
}

void PlainWordFilter::want_beginning(std::string_view letters) {
  if (letters.empty()) {
    lengths_.fill(~std::uint64_t{0});
  } else if (kind_of(letters.front()) == kSmall) {
    want_from(letters.front(), letters.size());
  }
}

void PlainWordFilter::want_from(char letter, std::size_t length) {
  const std::size_t first = length < kLastBit ? length : kLastBit;
  lengths_[static_cast<std::size_t>(letter - 'a')] |= ~std::uint64_t{0} << first;
}

}  // namespace lede
