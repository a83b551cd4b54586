// Cleaning, measuring and wrapping text for terminals.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/terminal_text.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "common/text/utf8.h"

namespace lede {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_space(char32_t letter) { return u_isUWhiteSpace(static_cast<UChar32>(letter)) != 0; }

bool is_control(char32_t letter) { return letter < 0x20 || (letter >= 0x7F && letter < 0xA0); }

// Characters that are not seen but change what is: overrides and isolates of the writing direction
// (a file name may be made to read as another), soft hyphens (shown or not, as terminals like).
bool is_left_out(char32_t letter) {
  return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069) ||
         letter == 0x00AD || letter == 0xFEFF;
}

// Moves marks from the text as it was to the text as it is written.
class MarkMover {
 public:
  explicit MarkMover(const Marks& marks) : marks_(marks) {}

  // All up to `at` of the old text has become `written` bytes.
  void reached(std::size_t at, std::size_t written) {
    while (next_ < marks_.size()) {
      const auto& [from, to] = marks_[next_];
      if (!open_ && from <= at) {
        open_ = true;
        start_ = written;
      }
      if (!open_ || to > at) {
        return;
      }
      if (start_ < written) {
        moved_.emplace_back(start_, written);
      }
      open_ = false;
      ++next_;
    }
  }

  Marks take() { return std::move(moved_); }

 private:
  const Marks& marks_;
  Marks moved_;
  std::size_t next_ = 0;
  std::size_t start_ = 0;
  bool open_ = false;
};

// The breaks ICU sees in a text, in order. Made once a thread and kind.
class Breaks {
 public:
  Breaks(icu::BreakIterator* iterator, std::string_view text) : iterator_(iterator) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&utext_, text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (iterator_ != nullptr) {
      iterator_->setText(&utext_, status);
    }
    size_ = text.size();
    usable_ = iterator_ != nullptr && U_SUCCESS(status) != 0;
  }
  ~Breaks() { utext_close(&utext_); }
  Breaks(const Breaks&) = delete;
  Breaks& operator=(const Breaks&) = delete;
  Breaks(Breaks&&) = delete;
  Breaks& operator=(Breaks&&) = delete;

  // The break after the last one given; the end of the text at last.
  std::size_t next() {
    const std::int32_t at = usable_ ? iterator_->next() : icu::BreakIterator::DONE;
    return at == icu::BreakIterator::DONE ? size_ : static_cast<std::size_t>(at);
  }

 private:
  icu::BreakIterator* iterator_;
  UText utext_ = UTEXT_INITIALIZER;
  std::size_t size_ = 0;
  bool usable_ = false;
};

struct KeptIterators {
  std::unique_ptr<icu::BreakIterator> lines;
  std::unique_ptr<icu::BreakIterator> characters;

  KeptIterators() {
    UErrorCode status = U_ZERO_ERROR;
    lines.reset(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
    status = U_ZERO_ERROR;
    characters.reset(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  }
};

const KeptIterators& kept_iterators() {
  thread_local const KeptIterators iterators;
  return iterators;
}

std::size_t code_point_width(char32_t letter) {
  const auto c = static_cast<UChar32>(letter);
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const int hangul = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO) {
    return 0;
  }
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// A whole character as people count them: as wide as its widest part; a family of emoji is one.
std::size_t character_width(std::string_view text) {
  std::size_t width = 0;
  std::size_t flags = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode(text, i);
    width = std::max(width, code_point_width(point.value));
    flags += point.value >= 0x1F1E6 && point.value <= 0x1F1FF ? 1U : 0U;
    if (point.value == 0xFE0F || flags == 2) {  // shown as emoji; two letters that make a flag
      width = 2;
    }
    i = point.next;
  }
  return width;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Fills lines with what may not be broken, one after the other.
class LineFiller {
 public:
  LineFiller(std::string_view text, std::size_t width) : text_(text), width_(width) {}

  // The text up to `end` comes next; a line may end there.
  void add(std::size_t end) {
    std::size_t letters = end;
    while (letters > done_ && text_[letters - 1] == ' ') {
      --letters;
    }
    const std::size_t needed = display_width(text_.substr(done_, letters - done_));
    if (used_ + needed > width_) {
      finish();
    }
    if (needed > width_) {
      cut(letters);
    } else if (letters > done_) {
      start_ = empty() ? done_ : start_;
      line_end_ = letters;
      used_ += needed;
    }
    used_ += empty() ? 0 : end - letters;
    done_ = end;
  }

  Marks take() {
    finish();
    return std::move(lines_);
  }

 private:
  [[nodiscard]] bool empty() const { return line_end_ <= start_; }

  void finish() {
    std::size_t end = line_end_;
    while (end > start_ && text_[end - 1] == ' ') {
      --end;
    }
    if (end > start_) {
      lines_.emplace_back(start_, end);
    }
    used_ = 0;
    start_ = line_end_;
  }

  // A word too long for any line: full lines of it, the rest begins the next.
  void cut(std::size_t end) {
    const std::string_view word = text_.substr(done_, end - done_);
    Breaks characters(kept_iterators().characters.get(), word);
    if (empty()) {
      start_ = line_end_ = done_;
    }
    for (std::size_t from = 0; from < word.size();) {
      const std::size_t to = characters.next();
      const std::size_t needed = character_width(word.substr(from, to - from));
      if (used_ + needed > width_) {
        finish();
      }
      const bool leading_space = word[from] == ' ' && empty();
      from = to;
      line_end_ = done_ + to;
      if (leading_space) {
        start_ = line_end_;
      } else {
        used_ += needed;
      }
    }
  }

  std::string_view text_;
  std::size_t width_;
  Marks lines_;
  std::size_t done_ = 0;      // all before is in a line
  std::size_t start_ = 0;     // of the line being filled
  std::size_t line_end_ = 0;  // of it, without spaces
  std::size_t used_ = 0;      // columns of it
};

}  // namespace

MarkedText printable(std::string_view text, const Marks& marks) {
  MarkedText clean;
  clean.text.reserve(text.size());
  MarkMover mover(marks);
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode(text, i);
    if (is_space(point.value)) {
      mover.reached(i, clean.text.size());
      space = !clean.text.empty();
    } else if (!is_left_out(point.value)) {
      // Before the space is written, so that a mark that ends here does not take it along.
      if (space) {
        clean.text += ' ';
        space = false;
      }
      mover.reached(i, clean.text.size());
      append_utf8(clean.text, is_control(point.value) ? kReplacement : point.value);
    }
    i = point.next;
  }
  mover.reached(text.size(), clean.text.size());
  clean.marks = mover.take();
  return clean;
}

std::string printable(std::string_view text) { return printable(text, {}).text; }

std::size_t display_width(std::string_view text) {
  if (is_ascii(text)) {
    return text.size();
  }
  Breaks characters(kept_iterators().characters.get(), text);
  std::size_t width = 0;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = characters.next();
    width += character_width(text.substr(from, to - from));
    from = to;
  }
  return width;
}

Marks wrap_lines(std::string_view text, std::size_t width) {
  LineFiller filler(text, std::max<std::size_t>(width, 2));
  Breaks lines(kept_iterators().lines.get(), text);
  for (std::size_t from = 0; from < text.size();) {
    from = lines.next();
    filler.add(from);
  }
  return filler.take();
}

}  // namespace lede
