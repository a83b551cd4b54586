// What each character is to word segmentation and to the news rules, from ICU's properties.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace lede {

// The classes of ICU's word rules (UAX #29 with ICU's own changes). All characters that ICU hands
// to a dictionary are one class, whatever else they are.
enum class WordClass : std::uint8_t {
  kOther,
  kLetter,
  kHebrewLetter,
  kHangul,
  kNumeric,
  kExtendNumLet,
  kMidLetter,
  kMidNum,
  kMidNumLet,
  kSingleQuote,
  kDoubleQuote,
  kCr,
  kLf,
  kNewline,
  kSpace,
  kExtend,  // Extend and Format, which the rules never tell apart
  kZwj,
  kRegional,
  kDictionary,
};

// One character's class and traits, packed.
class CharInfo {
 public:
  enum Trait : std::uint16_t {
    kPictographic = 1U << 5U,
    kLetterTrait = 1U << 6U,  // L*, visible
    kDigitTrait = 1U << 7U,   // N*
    kWhite = 1U << 8U,        // White_Space
    kUpper = 1U << 9U,        // Lu, Lt
    kLower = 1U << 10U,       // Ll
    kCurrency = 1U << 11U,    // Sc
    kMark = 1U << 12U,        // M*
  };

  constexpr CharInfo() = default;
  constexpr CharInfo(WordClass word_class, std::uint32_t traits)
      : bits_(static_cast<std::uint16_t>(static_cast<std::uint32_t>(word_class) | traits)) {}

  [[nodiscard]] constexpr WordClass word_class() const {
    return static_cast<WordClass>(bits_ & 0x1FU);
  }
  [[nodiscard]] constexpr bool has(Trait trait) const { return (bits_ & trait) != 0; }
  [[nodiscard]] constexpr bool is_letter() const { return has(kLetterTrait); }
  [[nodiscard]] constexpr bool is_digit() const { return has(kDigitTrait); }
  // What makes a segment a word.
  [[nodiscard]] constexpr bool is_word() const {
    return (bits_ & (kLetterTrait | kDigitTrait)) != 0;
  }

 private:
  std::uint16_t bits_ = 0;
};

// Filled as characters are asked for, a page at a time: a program that reads one English query
// needs one page of 512. Thread-safe.
class CharTable {
 public:
  [[nodiscard]] static const CharTable& instance();

  ~CharTable();
  CharTable(const CharTable&) = delete;
  CharTable& operator=(const CharTable&) = delete;

  [[nodiscard]] CharInfo operator[](char32_t code_point) const {
    if (code_point >= kSize) {
      return info_of(code_point);
    }
    const Page* page = pages_[code_point / kPageSize].load(std::memory_order_acquire);
    return (page != nullptr ? *page : filled(code_point / kPageSize))[code_point % kPageSize];
  }

 private:
  static constexpr char32_t kSize = 0x20000;  // planes 0 and 1; the rest is rare and mostly Han
  static constexpr char32_t kPageSize = 256;
  using Page = std::array<CharInfo, kPageSize>;

  CharTable() = default;
  [[nodiscard]] static CharInfo info_of(char32_t code_point);
  [[nodiscard]] const Page& filled(char32_t number) const;

  mutable std::array<std::atomic<const Page*>, kSize / kPageSize> pages_{};
};

// ' and the marks typed for it: curly, modifier letter, full width.
[[nodiscard]] constexpr bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019' || c == U'\u2018' || c == U'\u201B' || c == U'\u02BC' ||
         c == U'\uFF07';
}

[[nodiscard]] constexpr bool is_hyphen(char32_t c) {
  return c == U'-' || c == U'\u2010' || c == U'\u2011';
}

}  // namespace lede
