// Reading the marks of one word.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/word_marks.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/query/characters.h"
#include "searcher/query/numbers.h"

namespace lede::query {
namespace {

// One letter would be most of the index; an ideograph is a word's worth of letters.
constexpr std::size_t kShortestPrefix = 2;

// Nearly every word of two letters is one slip away from every other.
constexpr std::size_t kShortestFuzzy = 3;
constexpr std::size_t kLongestForOneEdit = 5;

struct Letters {
  std::size_t count = 0;
  bool ideograph = false;
};

Letters letters_of(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    letters.count += is_word_character(c.code) ? 1U : 0U;
    letters.ideograph = letters.ideograph ||
                        u_hasBinaryProperty(static_cast<UChar32>(c.code), UCHAR_IDEOGRAPHIC) != 0;
    at += c.bytes;
  }
  return letters;
}

// Whether no punctuation stands within `text`, but apostrophes.
bool is_one_word(std::string_view text) {
  bool ended = false;  // by punctuation, which nothing may follow
  for (std::size_t at = 0, begun = 0; at < text.size();) {
    const Character c = character_at(text, at);
    const bool letter = is_word_character(c.code);
    if (letter && ended) {
      return false;
    }
    begun += letter ? 1U : 0U;
    ended = begun > 0 && !letter && c.code != U'\'' && c.code != U'’';
    at += c.bytes;
  }
  return true;
}

class MarkReader {
 public:
  MarkReader(const Token& chunk, Warnings& warnings)
      : chunk_(chunk), warnings_(warnings), text_(chunk.text), specials_(chunk.specials) {
    // In a URL or a calculation nothing is a mark but a weight and a last "*".
    is_address_ = text_.find_first_of("/=:@") != std::string::npos;
  }

  MarkedWord read() {
    if (take_number_suffix()) {
      take_number_suffix();  // "word~2^3"
    }
    if (has_inner_wildcard()) {
      read_wildcard();
    } else {
      drop_leading_wildcard();
      read_trailing_star();
    }
    if (edits_) {
      make_fuzzy();
    }
    word_.text = std::move(text_);
    return std::move(word_);
  }

 private:
  // Whether the character at byte `at` is that mark, without a backslash.
  [[nodiscard]] bool is_special(std::size_t at, char mark) const {
    return at < text_.size() && text_[at] == mark &&
           std::binary_search(specials_.begin(), specials_.end(), at);
  }

  [[nodiscard]] bool is_wildcard(std::size_t at) const {
    return is_special(at, '*') || is_special(at, '?');
  }

  void warn(std::string_view code, const std::string& what) {
    warnings_.add(code, chunk_.start, in_quotes(chunk_.text) + ": " + what);
  }

  // "~", "~2" or "^1.5" at the end.
  bool take_number_suffix() {
    const std::size_t mark = text_.find_last_not_of("0123456789.");
    if (mark == std::string::npos) {
      return false;
    }
    const bool fuzzy = is_special(mark, '~') && !is_address_;
    const bool boost = is_special(mark, '^') && mark + 1 < text_.size();
    const bool doubled = mark > 0 && text_[mark - 1] == text_[mark];  // "~~struck out~~"
    if ((!fuzzy && !boost) || doubled || !has_word(std::string_view(text_).substr(0, mark))) {
      return false;
    }
    const std::string digits = text_.substr(mark + 1);
    text_.resize(mark);
    const TypedNumber number{digits, chunk_.text, chunk_.start};
    if (boost) {
      word_.boost = within_boosts(word_.boost * read_boost(number, warnings_));
    } else {
      edits_ = digits.empty() ? 0 : read_count(number, {1, kMostEdits}, warnings_);
    }
    return true;
  }

  // A * or ?, or several, with a letter on either side. "2*3" and a URL's "?" are none.
  [[nodiscard]] bool has_inner_wildcard() const {
    return !is_address_ && std::any_of(specials_.begin(), specials_.end(), [this](std::size_t at) {
      if (!is_wildcard(at) || (at > 0 && is_wildcard(at - 1))) {
        return false;
      }
      std::size_t end = at;
      while (is_wildcard(end)) {
        ++end;
      }
      return is_letter(character_before(text_, at).code) &&
             is_letter(character_at(text_, end).code);
    });
  }

  void read_wildcard() {
    drop_leading_wildcard();
    const auto pattern = pattern_of_text();
    if (!pattern) {
      warn(warning::kNotSupported,
           "\"*\" and \"?\" work within words of letters and digits only; they were taken "
           "literally");
      return;
    }
    word_.kind = NodeKind::kWildcard;
    text_ = *pattern;
  }

  // The text as a pattern of letters, "*" and "?": without punctuation before and after it, and
  // several "*" made one. Nothing where something else is among them.
  [[nodiscard]] std::optional<std::string> pattern_of_text() const {
    const std::size_t end = end_of_pattern();
    std::string pattern;
    for (std::size_t at = 0; at < end;) {
      const Character c = character_at(text_, at);
      const bool letter = is_word_character(c.code);
      if (letter || (is_wildcard(at) && !pattern.empty())) {
        const bool again = c.code == U'*' && !pattern.empty() && pattern.back() == '*';
        pattern.append(text_, at, again ? 0 : c.bytes);
      } else if (!pattern.empty() || is_wildcard(at)) {
        return std::nullopt;
      }
      at += c.bytes;
    }
    return pattern;
  }

  // After the last letter or "*": a last "?" asks a question.
  [[nodiscard]] std::size_t end_of_pattern() const {
    std::size_t end = text_.size();
    while (end > 0) {
      const Character c = character_before(text_, end);
      if (is_word_character(c.code) || is_special(end - 1, '*')) {
        break;
      }
      end -= c.bytes;
    }
    return end;
  }

  void drop_leading_wildcard() {
    if (!is_address_ && is_wildcard(0) && is_word_character(character_at(text_, 1).code)) {
      text_.erase(0, 1);
      for (std::size_t& at : specials_) {
        at -= at == 0 ? 0 : 1;
      }
      warn(warning::kNotSupported,
           "a word must begin with letters; \"*\" or \"?\" before them "
           "was ignored");
    }
  }

  void read_trailing_star() {
    const std::size_t last = text_.size() - 1;
    if (!is_special(last, '*') || !is_word_character(character_before(text_, last).code)) {
      return;
    }
    text_.pop_back();
    const Letters letters = letters_of(text_);
    if (letters.count >= kShortestPrefix || letters.ideograph) {
      word_.kind = NodeKind::kPrefix;
    } else {
      warn(warning::kShortPrefix, "too few letters before the \"*\"; searched for " +
                                      in_quotes(text_) + ". Type at least two");
    }
  }

  void make_fuzzy() {
    const std::size_t letters = letters_of(text_).count;
    if (word_.kind != NodeKind::kWord) {
      warn(warning::kMisplacedMark, "\"~\" beside \"*\" or \"?\" was ignored");
    } else if (letters < kShortestFuzzy) {
      warn(warning::kShortWord, "too few letters for similar words; searched for " +
                                    in_quotes(text_) + ". Type at least three");
    } else if (!is_one_word(text_)) {
      warn(warning::kNotSupported,
           "similar words are found for one word at a time; searched for " + in_quotes(text_));
    } else {
      const std::uint32_t usual = letters <= kLongestForOneEdit ? 1 : kMostEdits;
      word_.kind = NodeKind::kFuzzy;
      word_.distance = *edits_ == 0 ? usual : *edits_;
    }
  }

  const Token& chunk_;
  Warnings& warnings_;
  std::string text_;
  std::vector<std::size_t> specials_;
  bool is_address_ = false;
  std::optional<std::uint32_t> edits_;  // typed with "~"; 0 for as many as usual
  MarkedWord word_;
};

}  // namespace

MarkedWord read_word_marks(const Token& chunk, Warnings& warnings) {
  return MarkReader(chunk, warnings).read();
}

}  // namespace lede::query
