// Splitting one segment: first at "_", "@" and the dots of addresses, then each piece by its shape.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/word_split.h"

#include <algorithm>
#include <utility>

#include "common/text/elision.h"
#include "common/text/fold.h"
#include "common/text/number_format.h"
#include "common/text/utf8.h"
#include "common/text/word_alternates.h"
#include "common/text/word_class.h"

namespace lede {

namespace {

struct Char {
  std::uint32_t at = 0;
  char32_t value = 0;
  CharInfo info;
};

// A comma or the like; a dot or a fraction slash is part of its number.
bool parts_numbers(const Char& c) {
  constexpr char32_t kFractionSlash = 0x2044;
  const bool comma = c.info.word_class() == WordClass::kMidNum && c.value != kFractionSlash;
  return comma || is_apostrophe(c.value);
}

// Characters [first, last) of the segment, with what stood before them: '_', '@', '.' or nothing.
struct Piece {
  std::size_t first = 0;
  std::size_t last = 0;
  char before = 0;
};

bool is_dot(char32_t c) { return c == U'.' || c == U'\u2024' || c == U'\uFE52' || c == U'\uFF0E'; }

class SegmentSplitter {
 public:
  SegmentSplitter(std::string_view chunk, std::uint32_t start, std::uint32_t end)
      : chunk_(chunk), end_(end) {
    for (std::size_t at = start; at < end;) {
      const CodePoint c = decode(chunk, at);
      chars_.push_back({static_cast<std::uint32_t>(at), c.value, CharTable::instance()[c.value]});
      at = c.next;
    }
  }

  SplitSegment split() {
    find_pieces();
    result_.compoundable = pieces_.size() == 1;
    result_.at_sign = !pieces_.empty() && pieces_.front().before == '@';
    for (std::size_t i = 0; i < pieces_.size();) {
      i = is_dotted_acronym(i) ? add_dotted_acronym(i) : add_named_run(i);
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] std::uint32_t offset(std::size_t index) const {
    return index < chars_.size() ? chars_[index].at : end_;
  }
  [[nodiscard]] std::string_view text(std::size_t first, std::size_t last) const {
    return chunk_.substr(offset(first), offset(last) - offset(first));
  }

  [[nodiscard]] bool has_word(std::size_t first, std::size_t last) const {
    return std::any_of(chars_.begin() + static_cast<std::ptrdiff_t>(first),
                       chars_.begin() + static_cast<std::ptrdiff_t>(last),
                       [](const Char& c) { return c.info.is_word(); });
  }

  // '_', '@' or '.' when the character parts two pieces; 0 when it is inside one.
  [[nodiscard]] char separator(std::size_t index) const {
    const Char& c = chars_[index];
    if (c.info.word_class() == WordClass::kExtendNumLet) {
      return '_';
    }
    if (c.value == U'@') {
      return '@';
    }
    if (!is_dot(c.value)) {
      return 0;
    }
    std::size_t before = index;
    while (before > 0 && !chars_[before - 1].info.is_word()) {
      --before;
    }
    return before > 0 && chars_[before - 1].info.is_letter() ? '.' : '\0';
  }

  void find_pieces() {
    Piece piece;
    for (std::size_t i = 0; i <= chars_.size(); ++i) {
      const char mark = i < chars_.size() ? separator(i) : '\n';
      if (mark == 0) {
        continue;
      }
      piece.last = i;
      if (has_word(piece.first, i)) {
        pieces_.push_back(piece);
      }
      piece = {i + 1, i + 1, mark};
    }
  }

  [[nodiscard]] bool is_single_letter(const Piece& piece) const {
    std::size_t letters = 0;
    for (std::size_t i = piece.first; i < piece.last; ++i) {
      const CharInfo info = chars_[i].info;
      if (!info.is_letter() && !info.has(CharInfo::kMark)) {
        return false;
      }
      letters += info.is_letter() ? 1U : 0U;
    }
    return letters == 1;
  }

  [[nodiscard]] std::size_t dotted_run_end(std::size_t index) const {
    ++index;
    while (index < pieces_.size() && pieces_[index].before == '.') {
      ++index;
    }
    return index;
  }

  // Two single letters or more, and nothing else, between dots: "U.S", "e.g".
  [[nodiscard]] bool is_dotted_acronym(std::size_t index) const {
    if (pieces_[index].before == '.') {
      return false;
    }
    const std::size_t last = dotted_run_end(index);
    const auto begin = pieces_.begin();
    return last - index >= 2 &&
           std::all_of(begin + static_cast<std::ptrdiff_t>(index),
                       begin + static_cast<std::ptrdiff_t>(last),
                       [this](const Piece& piece) { return is_single_letter(piece); });
  }

  std::size_t add_dotted_acronym(std::size_t index) {
    const std::size_t last = dotted_run_end(index);
    SplitWord word;
    word.start = offset(pieces_[index].first);
    word.end = offset(pieces_[last - 1].last);
    std::string with_dots;
    for (std::size_t i = index; i < last; ++i) {
      const std::string_view letter = text(pieces_[i].first, pieces_[i].last);
      word.typed += letter;
      with_dots += i > index ? "." : "";
      with_dots += letter;
    }
    word.bare = word.typed;
    word.alternates.push_back({std::move(with_dots), true, false});
    result_.words.push_back(std::move(word));
    if (index == 0 && last == pieces_.size()) {
      result_.dotted_acronym = true;
      result_.compoundable = true;
    }
    note_name(index, last);
    return last;
  }

  // One piece, or several with "_" between them, which are also one name.
  std::size_t add_named_run(std::size_t index) {
    const auto first_word = static_cast<std::uint32_t>(result_.words.size());
    std::size_t last = index;
    do {
      add_piece(pieces_[last]);
      ++last;
    } while (last < pieces_.size() && pieces_[last].before == '_');
    if (last - index > 1) {
      const std::string_view name = text(pieces_[index].first, pieces_[last - 1].last);
      const auto count = static_cast<std::uint32_t>(result_.words.size()) - first_word;
      add_join(first_word, count, name);
    }
    note_name(index, last);
    return last;
  }

  void note_name(std::size_t index, std::size_t last) {
    if (index == 0) {
      result_.name_words = static_cast<std::uint32_t>(result_.words.size());
      result_.name_end = offset(pieces_[last - 1].last);
    }
  }

  void add_join(std::uint32_t first, std::uint32_t count, std::string_view typed) {
    // Folding can shorten, but hardly to a quarter; what is too long then is not emitted.
    if (count > 1 && typed.size() <= 4 * kMaxTerm) {
      result_.joins.push_back({first, count, std::string(typed)});
    }
  }

  void add_piece(const Piece& piece) {
    std::size_t first = piece.first;
    const auto words_before = static_cast<std::uint32_t>(result_.words.size());
    while (const std::size_t next = elision_end(first, piece.last)) {
      add_word(first, next - 1);
      first = next;
    }
    const auto elided = static_cast<std::uint32_t>(result_.words.size()) - words_before;
    if (words_before == 0) {
      result_.elided = elided;
    }
    const auto rest = static_cast<std::uint32_t>(result_.words.size());
    add_shape(first, piece.last);
    if (elided > 0 && result_.words.size() > rest && chars_[first].info.has(CharInfo::kUpper)) {
      add_join(rest - 1, 2, result_.words[rest - 1].bare + result_.words[rest].bare);
    }
  }

  // Where the word after an elided one starts; 0 when none is elided at `first`.
  [[nodiscard]] std::size_t elision_end(std::size_t first, std::size_t last) const {
    constexpr std::size_t kLongestElided = 6;
    for (std::size_t i = first + 1; i < last && i <= first + kLongestElided; ++i) {
      if (is_apostrophe(chars_[i].value)) {
        const bool elided = i + 1 < last && is_elision(text(first, i), text(i + 1, i + 2));
        return elided ? i + 1 : 0;
      }
    }
    return 0;
  }

  // Words of a piece without elisions, by where its letters meet its digits.
  void add_shape(std::size_t first, std::size_t last) {
    std::size_t boundaries = 0;
    std::size_t boundary = 0;
    std::size_t before = last;  // the last letter or digit seen
    for (std::size_t i = first; i < last; ++i) {
      if (!chars_[i].info.is_word()) {
        continue;
      }
      const bool meets =
          before != last && chars_[i].info.is_digit() != chars_[before].info.is_digit();
      if (meets && !is_plural_ending(i, last)) {
        ++boundaries;
        boundary = i;
      }
      before = i;
    }
    if (before == last) {
      return;
    }
    if (boundaries == 1) {
      add_mixed(first, boundary, last);
    } else if (boundaries == 0 && chars_[before].info.is_digit()) {
      add_number(first, last);
    } else {
      add_word(first, last);
    }
  }

  // The "s" of "1990s" and "F16s" stays with its digits.
  [[nodiscard]] bool is_plural_ending(std::size_t index, std::size_t last) const {
    const char32_t c = chars_[index].value;
    return index + 1 == last && (c == U's' || c == U'S') && chars_[index - 1].info.is_digit();
  }

  // "F16" is "F" and "16", and one.
  void add_mixed(std::size_t first, std::size_t boundary, std::size_t last) {
    const auto first_word = static_cast<std::uint32_t>(result_.words.size());
    add_shape(first, boundary);
    add_shape(boundary, last);
    std::string typed;
    for (std::size_t i = first_word; i < result_.words.size(); ++i) {
      typed += result_.words[i].bare;
    }
    add_join(first_word, static_cast<std::uint32_t>(result_.words.size()) - first_word, typed);
  }

  void add_word(std::size_t first, std::size_t last) {
    SplitWord word;
    word.start = offset(first);
    word.end = offset(last);
    word.typed = text(first, last);
    add_alternates(word);
    result_.words.push_back(std::move(word));
  }

  void add_number(std::size_t first, std::size_t last) {
    const std::string number = fold_accents(fold_case(text(first, last)));
    if (const auto ungrouped = ungroup_number(number)) {
      push_number(first, last, *ungrouped);
      result_.words.back().alternates.push_back({std::string(text(first, last)), false, false});
      return;
    }
    if (has_decimal_comma(number)) {
      push_number(first, last, std::string(text(first, last)));
      return;
    }
    add_number_list(first, last);
  }

  // Numbers with commas or the like between them are words of their own.
  void add_number_list(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last; ++i) {
      if (i < last && !parts_numbers(chars_[i])) {
        continue;
      }
      if (has_word(first, i)) {
        push_number(first, i, std::string(text(first, i)));
      }
      first = i + 1;
    }
  }

  void push_number(std::size_t first, std::size_t last, std::string typed) {
    SplitWord word;
    word.start = offset(first);
    word.end = offset(last);
    word.bare = typed;
    word.typed = std::move(typed);
    word.number = true;
    result_.words.push_back(std::move(word));
  }

  std::string_view chunk_;
  std::uint32_t end_;
  std::vector<Char> chars_;
  std::vector<Piece> pieces_;
  SplitSegment result_;
};

}  // namespace

SplitSegment split_segment(std::string_view chunk, std::uint32_t start, std::uint32_t end) {
  return SegmentSplitter(chunk, start, end).split();
}

}  // namespace lede
