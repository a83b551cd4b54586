// Bits for beginnings and lengths.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/word_filter.h"

#include <algorithm>
#include <array>

#include "common/text/plain_word.h"

namespace lede {
namespace {

constexpr std::size_t kLetters = 26;  // as symbols they come first, then the digits
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

bool is_plain_letter(char c) { return symbol_of(c) < kLetters; }
bool is_plain_digit(char c) { return symbol_of(c) >= kLetters && symbol_of(c) < kSigns; }
bool is_space(char c) { return plain_byte(c) == PlainByte::kSpace; }

std::uint64_t length_bit(std::size_t length) {
  return std::uint64_t{1} << std::min(length, kLastBit);
}

std::uint64_t lengths_from(std::size_t length) {
  return ~std::uint64_t{0} << std::min(length, kLastBit);
}

std::size_t chunk_length(std::string_view text) {
  const auto* const end = std::find_if(text.begin(), text.end(), is_space);
  return static_cast<std::size_t>(end - text.begin());
}

// How many bytes a sign of typeset text has that begins at `at`, or 0: quotes, dashes, dots and
// spaces that stand in news in place of ASCII's.
std::uint8_t typeset_sign_bytes(std::string_view text, std::size_t at) {
  constexpr std::string_view kLastOfTwo = "\xA0\xAB\xBB";                            // after C2
  constexpr std::string_view kLastOfThree = "\x93\x94\x98\x99\x9A\x9C\x9D\x9E\xA6";  // after E2 80
  const auto has = [&](std::string_view lead, std::string_view lasts) {
    return text.substr(at).starts_with(lead) && at + lead.size() < text.size() &&
           lasts.find(text[at + lead.size()]) != std::string_view::npos;
  };
  if (has("\xC2", kLastOfTwo)) {
    return 2;
  }
  return has("\xE2\x80", kLastOfThree) ? 3 : 0;
}

// The letters that U+00C0 to U+017F are folded to (fold.h), where that is one of ASCII.
constexpr char32_t kFirstLatin = 0xC0;
constexpr std::string_view kLatinLetters =
    "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiii?i??jjkk?llllll"
    "??llnnnnnn?nnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kLatinLetters.size() == 0x180 - kFirstLatin);

// What a text has at `at`: one symbol, as the letter or digit of ASCII that it is folded to, or a
// sign; or something else, of which nothing is known.
struct Read {
  std::uint8_t symbol = kNotAscii;
  std::uint8_t bytes = 1;
};

Read read_symbol(std::string_view text, std::size_t at) {
  const std::uint8_t symbol = symbol_of(text[at]);
  if (symbol != kNotAscii) {
    return {symbol, 1};
  }
  if (const std::uint8_t bytes = typeset_sign_bytes(text, at); bytes > 0) {
    return {kSigns, bytes};
  }
  const auto lead = static_cast<unsigned char>(text[at]);
  const auto trail = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : 0);
  if (lead < 0xC3 || lead > 0xC5 || (trail & 0xC0U) != 0x80U) {
    return {};
  }
  const char32_t letter = ((lead & 0x1FU) << 6U | (trail & 0x3FU)) - kFirstLatin;
  return kLatinLetters[letter] == '?' ? Read() : Read{symbol_of(kLatinLetters[letter]), 2};
}

std::uint64_t bit_of(std::uint8_t symbol) { return std::uint64_t{1} << symbol; }

// The first two symbols of a key, which is folded.
struct Beginning {
  std::uint8_t first = 0;
  std::uint8_t second = 0;
  int symbols = 0;       // how many of them there are
  bool unknown = false;  // begins otherwise: chunks with such a word are always looked at
};

Beginning beginning_of(std::string_view key) {
  Beginning beginning;
  for (std::size_t at = 0; at < key.size() && beginning.symbols < 2;) {
    const Read read = read_symbol(key, at);
    if (read.symbol == kNotAscii) {
      return {0, 0, 0, true};
    }
    if (read.symbol < kSigns) {
      (beginning.symbols++ == 0 ? beginning.first : beginning.second) = read.symbol;
    }
    at += read.bytes;
  }
  return beginning;
}

// Of two letters.
std::size_t pair_of(std::uint8_t first, std::uint8_t second) { return first * kLetters + second; }

// Whether a chunk of which all is known has a word.
bool has_symbol(std::string_view chunk) {
  for (std::size_t at = 0; at < chunk.size();) {
    const auto [symbol, bytes] = read_symbol(chunk, at);
    if (symbol < kSigns) {
      return true;
    }
    at += bytes;
  }
  return false;
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
  const auto [first, second, symbols, unknown] = beginning_of(stem);
  if (symbols == 1) {
    alone_ |= bit_of(first);
    want_plain(first, length_bit(kLongestOfOneSymbol));
  } else if (symbols == 2) {
    const std::uint64_t lengths = lengths_from(stem.size());
    want_pair(first, second, lengths);
    if (second == symbol_of('i')) {
      want_pair(first, symbol_of('y'), lengths);  // "die" of "dying"
    }
    if (first == symbol_of('a') || first == symbol_of('o') || first == symbol_of('u')) {
      want_pair(first, symbol_of('e'), lengths);  // German "offn" of "oeffnen", which is "öffnen"
    }
  }
}

void WordFilter::want_beginning(std::string_view letters) {
  const Beginning beginning = beginning_of(letters);
  if (beginning.symbols == 2) {
    want_pair(beginning.first, beginning.second, lengths_from(letters.size()));
  } else if (beginning.symbols == 1) {
    alone_ |= bit_of(beginning.first);
    followers_[beginning.first] = ~std::uint64_t{0};
    want_plain(beginning.first, ~std::uint64_t{0});
  } else if (!beginning.unknown) {
    alone_ = ~std::uint64_t{0};
    followers_.fill(~std::uint64_t{0});
    lengths_.fill(~std::uint64_t{0});
  }
}

void WordFilter::want_pair(std::uint8_t first, std::uint8_t second, std::uint64_t lengths) {
  followers_[first] |= bit_of(second);
  if (first < kLetters && second < kLetters) {
    lengths_[pair_of(first, second)] |= lengths;
  }
}

void WordFilter::want_plain(std::uint8_t first, std::uint64_t lengths) {
  for (std::uint8_t second = 0; first < kLetters && second < kLetters; ++second) {
    lengths_[pair_of(first, second)] |= lengths;
  }
}

std::uint32_t WordFilter::pass(std::string_view& text) const {
  std::string_view rest = text;
  for (std::uint32_t passed = 0;;) {
    while (!rest.empty() && is_space(rest.front())) {
      rest.remove_prefix(1);
    }
    text = rest;
    const std::size_t word = plain_word_length(rest);
    const std::string_view chunk = rest.substr(0, word > 0 ? word : chunk_length(rest));
    if (word > 0 ? wants_plain(chunk) : distances_ || chunk.empty() || may_hold(chunk)) {
      return passed;
    }
    rest.remove_prefix(chunk.size());
    passed += word > 0 || has_symbol(chunk) ? 1U : 0U;
    if (word > 0 && !rest.empty() && !is_space(rest.front())) {
      rest.remove_prefix(1);  // the one mark that may follow a plain word
    }
  }
}

bool WordFilter::wants_plain(std::string_view word) const {
  const std::uint8_t first = symbol_of(word[0]);
  if (word.size() == 1) {
    return (alone_ & bit_of(first)) != 0;
  }
  const std::size_t length = std::min(word.size(), kLastBit);
  return (lengths_[pair_of(first, symbol_of(word[1]))] >> length & 1U) != 0;
}

bool WordFilter::may_hold(std::string_view chunk) const {
  std::uint64_t wanted = 0;  // as the next symbol
  for (std::size_t at = 0; at < chunk.size();) {
    const auto [symbol, bytes] = read_symbol(chunk, at);
    if (symbol == kNotAscii || (symbol < kSigns && (wanted & bit_of(symbol)) != 0)) {
      return true;
    }
    if (symbol < kSigns) {
      if ((alone_ & bit_of(symbol)) != 0 && (bytes > 1 || is_short_run(chunk, at))) {
        return true;
      }
      wanted = followers_[symbol];
    } else if (is_inner_possessive(chunk, at + bytes)) {
      return true;
    }
    at += bytes;
  }
  return false;
}

}  // namespace lede
