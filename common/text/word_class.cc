// The table of word classes, from ICU's properties and the sets of ICU's word rules.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/word_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <memory>

namespace lede {

namespace {

// ICU looks words of these up in dictionaries, or at least considers them one run for it.
bool is_dictionary(UChar32 c, int word_break) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &error);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || word_break == U_WB_KATAKANA ||
         u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

// ICU 72 moved "@" to the letters and took the colons out of MidLetter.
WordClass letter_or_mid(UChar32 c, int word_break) {
  if (c == '@') {
    return WordClass::kLetter;
  }
  if (word_break == U_WB_MIDLETTER && (c == ':' || c == 0xFE55 || c == 0xFF1A)) {
    return WordClass::kOther;
  }
  return word_break == U_WB_MIDLETTER ? WordClass::kMidLetter : WordClass::kOther;
}

WordClass word_class_of(UChar32 c) {
  const int word_break = u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
  if (is_dictionary(c, word_break)) {
    return WordClass::kDictionary;
  }
  if (c >= 0xAC00 && c <= 0xD7A3) {
    return WordClass::kHangul;
  }
  switch (word_break) {
    case U_WB_ALETTER:
      return WordClass::kLetter;
    case U_WB_HEBREW_LETTER:
      return WordClass::kHebrewLetter;
    case U_WB_NUMERIC:
      return WordClass::kNumeric;
    case U_WB_EXTENDNUMLET:
      return WordClass::kExtendNumLet;
    case U_WB_MIDNUM:
      return WordClass::kMidNum;
    case U_WB_MIDNUMLET:
      return WordClass::kMidNumLet;
    case U_WB_SINGLE_QUOTE:
      return WordClass::kSingleQuote;
    case U_WB_DOUBLE_QUOTE:
      return WordClass::kDoubleQuote;
    case U_WB_CR:
      return WordClass::kCr;
    case U_WB_LF:
      return WordClass::kLf;
    case U_WB_NEWLINE:
      return WordClass::kNewline;
    case U_WB_WSEGSPACE:
      return WordClass::kSpace;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
      return WordClass::kExtend;
    case U_WB_ZWJ:
      return WordClass::kZwj;
    case U_WB_REGIONAL_INDICATOR:
      return WordClass::kRegional;
    default:
      return letter_or_mid(c, word_break);
  }
}

std::uint32_t traits_of(UChar32 c) {
  const std::uint32_t category = U_MASK(u_charType(c));
  std::uint32_t traits = 0;
  const auto add = [&traits](bool has, std::uint32_t trait) { traits |= has ? trait : 0U; };
  // Hangul fillers are letters that nobody sees and folding removes.
  add((category & U_GC_L_MASK) != 0 &&
          u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0,
      CharInfo::kLetterTrait);
  add((category & U_GC_N_MASK) != 0, CharInfo::kDigitTrait);
  add((category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0, CharInfo::kUpper);
  add((category & U_GC_LL_MASK) != 0, CharInfo::kLower);
  add((category & U_GC_SC_MASK) != 0, CharInfo::kCurrency);
  add((category & U_GC_M_MASK) != 0, CharInfo::kMark);
  add(u_isUWhiteSpace(c) != 0, CharInfo::kWhite);
  add(u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0, CharInfo::kPictographic);
  return traits;
}

}  // namespace

const CharTable& CharTable::instance() {
  static const CharTable table;
  return table;
}

CharTable::~CharTable() {
  for (const auto& page : pages_) {
    delete page.load(std::memory_order_relaxed);
  }
}

const CharTable::Page& CharTable::filled(char32_t number) const {
  auto page = std::make_unique<Page>();
  for (char32_t i = 0; i < kPageSize; ++i) {
    (*page)[i] = info_of(number * kPageSize + i);
  }
  const Page* known = nullptr;
  if (pages_[number].compare_exchange_strong(known, page.get(), std::memory_order_acq_rel)) {
    return *page.release();
  }
  return *known;  // another thread was quicker
}

CharInfo CharTable::info_of(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  return {word_class_of(c), traits_of(c)};
}

}  // namespace lede
