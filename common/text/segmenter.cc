// Word boundaries: our own scanner for all that needs no dictionary, ICU for the rest.
//
// The scanner follows the rules of ICU 72's word.txt. It gives up at a character that ICU looks up
// in a dictionary, or that a zero-width joiner glues to a pictograph; then ICU takes over at the
// start of that segment, where its state is fresh, and keeps going until both neighbours of a
// boundary are characters the scanner knows: no dictionary put that boundary there.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/segmenter.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <cassert>
#include <limits>

#include "common/text/utf8.h"
#include "common/text/word_class.h"

namespace lede {

namespace {

constexpr std::size_t kAskIcu = std::numeric_limits<std::size_t>::max();

bool is_letter(WordClass c) { return c == WordClass::kLetter || c == WordClass::kHebrewLetter; }

// Letters, digits and connectors stick together in any order.
bool is_word(WordClass c) {
  return is_letter(c) || c == WordClass::kNumeric || c == WordClass::kExtendNumLet;
}

bool is_ignorable(WordClass c) { return c == WordClass::kExtend || c == WordClass::kZwj; }

// Does `mid` hold `before` and `after` together?
bool joins(WordClass before, WordClass mid, WordClass after) {
  switch (mid) {
    case WordClass::kMidLetter:
      return is_letter(before) && is_letter(after);
    case WordClass::kMidNum:
      return before == WordClass::kNumeric && after == WordClass::kNumeric;
    case WordClass::kMidNumLet:
    case WordClass::kSingleQuote:
      return (is_letter(before) && is_letter(after)) ||
             (before == WordClass::kNumeric && after == WordClass::kNumeric);
    case WordClass::kDoubleQuote:
      return before == WordClass::kHebrewLetter && after == WordClass::kHebrewLetter;
    default:
      return false;
  }
}

bool is_mid(WordClass c) { return c >= WordClass::kMidLetter && c <= WordClass::kDoubleQuote; }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text), table_(CharTable::instance()) {}

  // The end of the segment that starts at `at`, or kAskIcu.
  [[nodiscard]] std::size_t segment_end(std::size_t at) const {
    const Step first = step(at);
    const WordClass c = first.word_class;
    if (c == WordClass::kLf || c == WordClass::kNewline) {
      return first.next;
    }
    if (c == WordClass::kCr) {
      const Step second = step(first.next);
      return second.word_class == WordClass::kLf ? second.next : first.next;
    }
    if (is_word(c)) {
      return word_end(first);
    }
    switch (c) {
      case WordClass::kDictionary:
        return kAskIcu;
      case WordClass::kSpace:
        return with_ignorables(run_end(first, WordClass::kSpace));
      case WordClass::kHangul:
        return with_ignorables(run_end(first, WordClass::kHangul));
      case WordClass::kRegional:
        return flag_end(first);
      default:
        return with_ignorables(first.next, c);
    }
  }

 private:
  // One character read: its class, where the next starts. At the end of the text: kOther, empty.
  struct Step {
    WordClass word_class = WordClass::kOther;
    std::size_t next = 0;
    bool pictographic = false;
    bool end_of_text = false;
  };

  [[nodiscard]] Step step(std::size_t at) const {
    if (at >= text_.size()) {
      return {WordClass::kOther, at, false, true};
    }
    const CodePoint c = decode(text_, at);
    const CharInfo info = table_[c.value];
    return {info.word_class(), c.next, info.has(CharInfo::kPictographic), false};
  }

  // Where the ignorable characters that start at `at` end; kAskIcu when they glue to a pictograph
  // or run into a dictionary. `last` is the class of the character before `at`.
  [[nodiscard]] std::size_t with_ignorables(std::size_t at,
                                            WordClass last = WordClass::kOther) const {
    if (at >= text_.size() || static_cast<unsigned char>(text_[at]) < 0x80) {
      return at;
    }
    Step next = step(at);
    while (is_ignorable(next.word_class)) {
      last = next.word_class;
      at = next.next;
      next = step(at);
    }
    const bool glued = last == WordClass::kZwj && next.pictographic;
    return glued || next.word_class == WordClass::kDictionary ? kAskIcu : at;
  }

  // Where a run of one class ends, without ignorables between: spaces, Hangul syllables.
  [[nodiscard]] std::size_t run_end(const Step& first, WordClass run) const {
    std::size_t at = first.next;
    for (Step next = step(at); next.word_class == run; next = step(at)) {
      at = next.next;
    }
    return at;
  }

  [[nodiscard]] std::size_t flag_end(const Step& first) const {
    const std::size_t at = with_ignorables(first.next);
    if (at == kAskIcu) {
      return kAskIcu;
    }
    const Step second = step(at);
    return second.word_class == WordClass::kRegional ? with_ignorables(second.next) : at;
  }

  [[nodiscard]] std::size_t word_end(const Step& first) const {
    WordClass before = first.word_class;
    std::size_t at = with_ignorables(first.next);
    while (at != kAskIcu) {
      const Step next = step(at);
      if (is_word(next.word_class)) {
        before = next.word_class;
        at = with_ignorables(next.next);
        continue;
      }
      if (!is_mid(next.word_class)) {
        return next.word_class == WordClass::kDictionary ? kAskIcu : at;
      }
      const std::size_t after_mid = with_ignorables(next.next);
      if (after_mid == kAskIcu) {
        return kAskIcu;
      }
      const Step far = step(after_mid);
      if (joins(before, next.word_class, far.word_class)) {
        before = far.word_class;
        at = with_ignorables(far.next);
        continue;
      }
      // A Hebrew letter keeps the geresh typed as an apostrophe after it.
      const bool geresh =
          before == WordClass::kHebrewLetter && next.word_class == WordClass::kSingleQuote;
      return geresh ? after_mid : at;
    }
    return kAskIcu;
  }

  std::string_view text_;
  const CharTable& table_;
};

// May the scanner take over at a boundary next to this character?
bool is_certain(CharInfo info) {
  const WordClass c = info.word_class();
  return c != WordClass::kDictionary && !is_ignorable(c);
}

}  // namespace

class Segmenter::Icu {
 public:
  Icu() {
    UErrorCode error = U_ZERO_ERROR;
    breaks_ = ubrk_open(UBRK_WORD, "", nullptr, 0, &error);
    assert(U_SUCCESS(error));
  }
  ~Icu() {
    ubrk_close(breaks_);
    utext_close(&utext_);
  }
  Icu(const Icu&) = delete;
  Icu& operator=(const Icu&) = delete;
  Icu(Icu&&) = delete;
  Icu& operator=(Icu&&) = delete;

  // The next boundaries are those of `text`, which starts at one.
  void start(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(&utext_, text.data(), static_cast<std::int64_t>(text.size()), &error);
    ubrk_setUText(breaks_, &utext_, &error);
    assert(U_SUCCESS(error));
    ubrk_first(breaks_);
    size_ = text.size();
  }

  // The next boundary; asked again at the end of the text, still the end.
  std::size_t next() {
    const std::int32_t boundary = ubrk_next(breaks_);
    return boundary == UBRK_DONE ? size_ : static_cast<std::size_t>(boundary);
  }

 private:
  UText utext_ = UTEXT_INITIALIZER;
  UBreakIterator* breaks_ = nullptr;
  std::size_t size_ = 0;
};

Segmenter::Segmenter() : icu_(std::make_unique<Icu>()) {}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

void Segmenter::segment_by_icu(std::string_view text, std::vector<std::uint32_t>& ends) {
  icu_->start(text);
  for (std::size_t at = 0; at < text.size();) {
    at = icu_->next();
    ends.push_back(static_cast<std::uint32_t>(at));
  }
}

void Segmenter::segment(std::string_view text, std::vector<std::uint32_t>& ends) {
  const Scanner scanner(text);
  const CharTable& table = CharTable::instance();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = scanner.segment_end(at);
    if (end != kAskIcu) {
      ends.push_back(static_cast<std::uint32_t>(end));
      at = end;
      continue;
    }
    icu_->start(text.substr(at));
    const std::size_t base = at;
    while (at < text.size()) {
      at = base + icu_->next();
      ends.push_back(static_cast<std::uint32_t>(at));
      if (at < text.size() && is_certain(table[decode_before(text, at)]) &&
          is_certain(table[decode(text, at).value])) {
        break;
      }
    }
  }
}

}  // namespace lede
