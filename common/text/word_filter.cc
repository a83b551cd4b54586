// Bits for beginnings and lengths.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/word_filter.h"

#include <algorithm>
#include <array>

#include "common/text/plain_word.h"

namespace lede {
namespace {

constexpr std::size_t kLastBit = 63;
constexpr std::size_t kLongestOfOneSymbol = 2;  // of words with such a stem: French "es" has "e"

constexpr std::uint8_t kSigns = 0x40;  // ASCII that no word is made of
constexpr std::uint8_t kNotAscii = 0x41;
constexpr std::array<std::uint8_t, 256> kSymbolOf = [] {
  std::array<std::uint8_t, 256> symbols{};
  symbols.fill(kSigns);
  for (std::uint8_t i = 0; i < 26; ++i) {
    symbols['a' + i] = i;
    symbols['A' + i] = i;
  }
  for (std::uint8_t i = 0; i < 10; ++i) {
    symbols['0' + i] = 26 + i;
  }
  for (std::size_t byte = 0x80; byte < 256; ++byte) {
    symbols[byte] = kNotAscii;
  }
  return symbols;
}();

std::uint8_t symbol_of(char c) { return kSymbolOf[static_cast<unsigned char>(c)]; }

bool is_plain_letter(char c) { return symbol_of(c) < 26; }
bool is_plain_digit(char c) { return symbol_of(c) >= 26 && symbol_of(c) < kSigns; }
bool is_space(char c) { return plain_byte(c) == PlainByte::kSpace; }
bool is_small(char c) { return plain_byte(c) == PlainByte::kSmall; }

std::uint64_t length_bit(std::size_t length) {
  return std::uint64_t{1} << std::min(length, kLastBit);
}

std::uint64_t lengths_from(std::size_t length) {
  return ~std::uint64_t{0} << std::min(length, kLastBit);
}

std::uint64_t bit_of(char symbol) { return std::uint64_t{1} << symbol_of(symbol); }

// The first two symbols of a key, which is folded.
struct Beginning {
  char first = 0;
  char second = 0;
  int symbols = 0;  // how many of them there are
  bool not_ascii =
      false;  // only chunks that are not ASCII have such a word: they are always looked at
};

Beginning beginning_of(std::string_view key) {
  Beginning beginning;
  for (const char c : key) {
    const std::uint8_t symbol = symbol_of(c);
    if (symbol == kNotAscii) {
      return {0, 0, 0, true};
    }
    if (symbol < kSigns) {
      (beginning.symbols++ == 0 ? beginning.first : beginning.second) = c;
    }
    if (beginning.symbols == 2) {
      break;
    }
  }
  return beginning;
}

// Of two small letters.
std::size_t pair_of(char first, char second) {
  return static_cast<std::size_t>(first - 'a') * 26 + static_cast<std::size_t>(second - 'a');
}

std::size_t chunk_length(std::string_view text) {
  const auto* const end = std::find_if(text.begin(), text.end(), is_space);
  return static_cast<std::size_t>(end - text.begin());
}

// Curly quotes, dashes and dots, which stand in news in place of ASCII's: they are signs as well.
bool is_typeset_sign(std::string_view three_bytes) {
  constexpr std::string_view kLastBytes = "\x93\x94\x98\x99\x9C\x9D\xA6";
  return three_bytes.size() == 3 && three_bytes.starts_with("\xE2\x80") &&
         kLastBytes.find(three_bytes.back()) != std::string_view::npos;
}

// Whether the letters, or the digits, among which the symbol at `at` stands are as few as those of
// a word that has a stem of one symbol.
bool is_short_run(std::string_view chunk, std::size_t at) {
  const auto same = is_plain_letter(chunk[at]) ? is_plain_letter : is_plain_digit;
  std::size_t length = 1;
  for (std::size_t i = at; i > 0 && length <= kLongestOfOneSymbol && same(chunk[i - 1]); --i) {
    ++length;
  }
  for (std::size_t i = at + 1; i < chunk.size() && length <= kLongestOfOneSymbol && same(chunk[i]);
       ++i) {
    ++length;
  }
  return length <= kLongestOfOneSymbol;
}

// Whether the sign that ends at `at` and what follows are a possessive within a chunk: "F's-16" is
// also typed "F16", where the s stands between the two symbols that begin it.
bool is_inner_possessive(std::string_view chunk, std::size_t at) {
  const std::string_view sign = chunk.substr(0, at);
  const std::string_view rest = chunk.substr(at);
  const bool apostrophe =
      sign.ends_with('\'') || sign.ends_with("\u2018") || sign.ends_with("\u2019");
  return apostrophe && rest.size() > 1 && (rest[0] | 0x20) == 's' && !is_plain_letter(rest[1]) &&
         std::any_of(rest.begin() + 1, rest.end(), [](char c) { return symbol_of(c) < kSigns; });
}

}  // namespace

void WordFilter::want_term(std::string_view term) {
  const Beginning beginning = beginning_of(term);
  if (beginning.symbols == 1) {
    alone_ |= bit_of(beginning.first);
  } else if (beginning.symbols == 2) {
    want_pair(beginning.first, beginning.second, length_bit(term.size()));
  }
}

void WordFilter::want_stem(std::string_view stem) {
  const auto [first, second, symbols, not_ascii] = beginning_of(stem);
  if (symbols == 1) {
    alone_ |= bit_of(first);
    want_plain(first, length_bit(kLongestOfOneSymbol));
  } else if (symbols == 2) {
    const std::uint64_t lengths = lengths_from(stem.size());
    want_pair(first, second, lengths);
    if (second == 'i') {
      want_pair(first, 'y', lengths);  // "die" of "dying"
    }
    if (first == 'a' || first == 'o' || first == 'u') {
      want_pair(first, 'e', lengths);  // German "offn" of "oeffnen", which is "öffnen"
    }
  }
}

void WordFilter::want_beginning(std::string_view letters) {
  const Beginning beginning = beginning_of(letters);
  if (beginning.symbols == 2) {
    want_pair(beginning.first, beginning.second, lengths_from(letters.size()));
  } else if (beginning.symbols == 1) {
    alone_ |= bit_of(beginning.first);
    followers_[symbol_of(beginning.first)] = ~std::uint64_t{0};
    want_plain(beginning.first, ~std::uint64_t{0});
  } else if (!beginning.not_ascii) {
    alone_ = ~std::uint64_t{0};
    followers_.fill(~std::uint64_t{0});
    lengths_.fill(~std::uint64_t{0});
  }
}

void WordFilter::want_pair(char first, char second, std::uint64_t lengths) {
  followers_[symbol_of(first)] |= bit_of(second);
  if (is_small(first) && is_small(second)) {
    lengths_[pair_of(first, second)] |= lengths;
  }
}

void WordFilter::want_plain(char first, std::uint64_t lengths) {
  for (char second = 'a'; is_small(first) && second <= 'z'; ++second) {
    lengths_[pair_of(first, second)] |= lengths;
  }
}

std::uint32_t WordFilter::pass(std::string_view& text) const {
  std::string_view rest = text;
  for (std::uint32_t passed = 0;; ++passed) {
    while (!rest.empty() && is_space(rest.front())) {
      rest.remove_prefix(1);
    }
    text = rest;
    const std::size_t word = plain_word_length(rest);
    const std::string_view chunk = rest.substr(0, word > 0 ? word : chunk_length(rest));
    if (word > 0 ? wants_plain(chunk) : positions_ || chunk.empty() || may_hold(chunk)) {
      return passed;
    }
    rest.remove_prefix(chunk.size());
    if (word > 0 && !rest.empty() && !is_space(rest.front())) {
      rest.remove_prefix(1);  // the one mark that may follow a plain word
    }
  }
}

bool WordFilter::wants_plain(std::string_view word) const {
  if (word.size() == 1) {
    return (alone_ & bit_of(word[0])) != 0;
  }
  const auto first = static_cast<char>(word[0] | 0x20);  // the small letter of either
  const std::size_t length = std::min(word.size(), kLastBit);
  return (lengths_[pair_of(first, word[1])] >> length & 1U) != 0;
}

bool WordFilter::may_hold(std::string_view chunk) const {
  std::uint64_t wanted = 0;  // as the next symbol
  for (std::size_t at = 0; at < chunk.size(); ++at) {
    const std::uint8_t symbol = symbol_of(chunk[at]);
    if (symbol < kSigns) {
      const bool alone = (alone_ & bit_of(chunk[at])) != 0 && is_short_run(chunk, at);
      if (alone || (wanted >> symbol & 1U) != 0) {
        return true;
      }
      wanted = followers_[symbol];
      continue;
    }
    if (symbol == kNotAscii) {
      if (!is_typeset_sign(chunk.substr(at, 3))) {
        return true;
      }
      at += 2;
    }
    if (is_inner_possessive(chunk, at + 1)) {
      return true;
    }
  }
  return false;
}

}  // namespace lede
