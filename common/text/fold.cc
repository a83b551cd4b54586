// Folding over ICU's NFKC_Casefold and its decompositions, with a short way for ASCII.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cassert>

#include "common/text/utf8.h"
#include "common/text/word_class.h"

namespace lede {

namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

struct Spelling {
  char32_t letter;
  std::string_view plain;
};

// Letters without a decomposition that readers type as plain ones. Sorted.
constexpr std::array kSpellings = {
    Spelling{0x00B7, ""},       Spelling{0x00E6, "ae"},     Spelling{0x00F0, "d"},
    Spelling{0x00F8, "o"},      Spelling{0x00FE, "th"},     Spelling{0x0111, "d"},
    Spelling{0x0127, "h"},      Spelling{0x0131, "i"},      Spelling{0x0142, "l"},
    Spelling{0x014B, "n"},      Spelling{0x0153, "oe"},     Spelling{0x0167, "t"},
    Spelling{0x0180, "b"},      Spelling{0x0199, "k"},      Spelling{0x01B4, "y"},
    Spelling{0x01B6, "z"},      Spelling{0x01E5, "g"},      Spelling{0x0249, "j"},
    Spelling{0x0253, "b"},      Spelling{0x0256, "d"},      Spelling{0x0257, "d"},
    Spelling{0x0268, "i"},      Spelling{0x0289, "u"},      Spelling{0x0451, "\u0435"},  // ё
    Spelling{0x0622, "\u0627"}, Spelling{0x0623, "\u0627"},  // alef with madda, hamza above
    Spelling{0x0625, "\u0627"}, Spelling{0x0640, ""},        // hamza below; tatweel
    Spelling{0x066B, "."},      Spelling{0x066C, ","},       // Arabic decimal, thousands marks
    Spelling{0x0671, "\u0627"},                              // alef wasla
    Spelling{0x2027, ""},
};
static_assert(std::is_sorted(kSpellings.begin(), kSpellings.end(),
                             [](const Spelling& a, const Spelling& b) {
                               return a.letter < b.letter;
                             }));

const Spelling* find_spelling(char32_t c) {
  const auto* found = std::lower_bound(
      kSpellings.begin(), kSpellings.end(), c,
      [](const Spelling& spelling, char32_t letter) { return spelling.letter < letter; });
  return found != kSpellings.end() && found->letter == c ? found : nullptr;
}

// What the marks after a letter are worth.
enum class MarkRule { kDrop, kDropStress, kKeep };

MarkRule mark_rule(UScriptCode script) {
  switch (script) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
      return MarkRule::kDrop;
    case USCRIPT_CYRILLIC:
      return MarkRule::kDropStress;
    default:
      return MarkRule::kKeep;
  }
}

// Vowel signs and points that Arabic and Hebrew readers leave out.
bool is_optional_point(UChar32 c) {
  return (c >= 0x0591 && c <= 0x05C7) || (c >= 0x0610 && c <= 0x061A) ||
         (c >= 0x064B && c <= 0x065F) || c == 0x0670 || (c >= 0x06D6 && c <= 0x06ED) ||
         (c >= 0x08D3 && c <= 0x08FF);
}

class AccentFolder {
 public:
  AccentFolder() {
    UErrorCode error = U_ZERO_ERROR;
    canonical_ = icu::Normalizer2::getNFDInstance(error);
    assert(U_SUCCESS(error));
  }

  void fold(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
      const CodePoint c = decode(word, at);
      put(static_cast<UChar32>(c.value));
      at = c.next;
    }
  }

  [[nodiscard]] const std::string& folded() const { return out_; }

  // What stayed may now be next to what it composes with.
  [[nodiscard]] bool may_compose() const { return changed_ && !is_ascii(out_); }

 private:
  void put(UChar32 c) {
    if (c < 0x80) {
      marks_ = MarkRule::kDrop;
      out_ += static_cast<char>(c);
      return;
    }
    if ((U_MASK(u_charType(c)) & U_GC_M_MASK) != 0) {
      put_mark(c);
      return;
    }
    const Spelling* spelling = find_spelling(static_cast<char32_t>(c));
    changed_ = changed_ || spelling != nullptr;
    if (spelling != nullptr && spelling->plain.empty()) {
      return;  // the marks after it belong to the letter before
    }
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &error);
    marks_ = mark_rule(script);
    if (spelling != nullptr) {
      out_ += spelling->plain;
    } else if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) {
      put('0' + u_charDigitValue(c));
    } else if (script == USCRIPT_LATIN || script == USCRIPT_GREEK) {
      put_base(c);
    } else {
      append_utf8(out_, static_cast<char32_t>(c));
    }
  }

  void put_mark(UChar32 c) {
    // Accents proper belong to no script; a Thai sign after a Latin letter is no accent.
    UErrorCode error = U_ZERO_ERROR;
    const bool accent = uscript_getScript(c, &error) == USCRIPT_INHERITED;
    const bool stress = c == 0x0300 || c == 0x0301;
    const bool dropped = (marks_ == MarkRule::kDrop && accent) ||
                         (marks_ == MarkRule::kDropStress && stress) || is_optional_point(c);
    changed_ = changed_ || dropped;
    if (!dropped) {
      append_utf8(out_, static_cast<char32_t>(c));
    }
  }

  // A letter without the accents it was composed with.
  void put_base(UChar32 c) {
    icu::UnicodeString parts;
    if (canonical_->getDecomposition(c, parts) == 0) {
      append_utf8(out_, static_cast<char32_t>(c));
      return;
    }
    const UChar32 base = parts.char32At(0);
    if (base == c) {
      append_utf8(out_, static_cast<char32_t>(c));
    } else {
      put(base);  // which may itself have a plain spelling: ǿ is ø is o
    }
  }

  const icu::Normalizer2* canonical_ = nullptr;
  MarkRule marks_ = MarkRule::kKeep;
  bool changed_ = false;
  std::string out_;
};

// Apostrophes are straight whatever was typed; the Turkish İ is an i whose dot is no accent.
std::string tidy_case_folded(std::string_view folded) {
  std::string out;
  out.reserve(folded.size());
  char32_t before = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = decode(folded, at);
    const bool turkish_dot = c.value == 0x0307 && before == U'i';
    if (is_apostrophe(c.value) || c.value == 0x05F3) {
      out += '\'';
    } else if (c.value == 0x05F4 || c.value == 0x201D || c.value == 0x201C) {
      out += '"';
    } else if (!turkish_dot) {
      out.append(folded, at, c.next - at);
    }
    before = turkish_dot ? before : c.value;
    at = c.next;
  }
  return out;
}

}  // namespace

std::string fold_case(std::string_view word) {
  if (is_ascii(word)) {
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(), lower_ascii);
    return lower;
  }
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(error);
  assert(U_SUCCESS(error));
  std::string repaired;
  if (!is_valid_utf8(word)) {
    repaired = repair_utf8(word).text;
    word = repaired;
  }
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  const icu::StringPiece piece(word.data(), static_cast<std::int32_t>(word.size()));
  folding->normalizeUTF8(0, piece, sink, nullptr, error);
  std::string tidy = tidy_case_folded(folded);
  // Without its dot, an i may compose with the next mark.
  return folded.find("i\u0307") == std::string::npos ? tidy : fold_case(tidy);
}

std::string fold_accents(std::string_view case_folded) {
  if (is_ascii(case_folded)) {
    return std::string(case_folded);
  }
  AccentFolder folder;
  folder.fold(case_folded);
  const std::string& folded = folder.folded();
  if (folder.may_compose()) {
    const std::string composed = fold_case(folded);
    return composed == folded ? folded : fold_accents(composed);
  }
  return folded.empty() ? std::string(case_folded) : folded;
}

std::string bound_term(std::string term) {
  constexpr std::size_t kKept = 47;
  constexpr char kSeparator = '~';  // no word contains it
  if (term.size() <= kMaxTerm) {
    return term;
  }
  XXH64_canonical_t hash;
  XXH64_canonicalFromHash(&hash, XXH3_64bits(term.data(), term.size()));
  term.resize(floor_boundary(term, kKept));
  term += kSeparator;
  for (const unsigned char byte : hash.digest) {
    constexpr std::string_view kHex = "0123456789abcdef";
    term += kHex[byte >> 4U];
    term += kHex[byte & 0xFU];
  }
  return term;
}

}  // namespace lede
