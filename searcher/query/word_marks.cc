// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/word_marks.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "searcher/query/characters.h"

namespace lede::query {
namespace {

// One letter would be most of the index; an ideograph is a word's worth of letters.
constexpr std::size_t kShortestPrefix = 2;

class MarkReader {
 public:
  MarkReader(const Token& chunk, Warnings& warnings)
      : chunk_(chunk), warnings_(warnings), text_(chunk.text), specials_(chunk.specials) {}

  MarkedWord read() {
    if (drop_number_suffix()) {
      drop_number_suffix();  // "word~2^3"
    }
    if (has_inner_wildcard()) {
      warn("wildcards within a word are");
      return {std::move(text_), false};
    }
    drop_leading_star();
    const bool is_prefix = drop_trailing_star();
    return {std::move(text_), is_prefix};
  }

 private:
  // Whether the character at byte `at` is that mark, without a backslash.
  [[nodiscard]] bool is_special(std::size_t at, char mark) const {
    return at < text_.size() && text_[at] == mark &&
           std::binary_search(specials_.begin(), specials_.end(), at);
  }

  void warn(const std::string& what) {
    warnings_.add(
        warning::kNotSupported, chunk_.start,
        quoted(chunk_.text) + ": " + what + " not supported; searched for " + quoted(text_));
  }

  // "~", "~2" or "^1.5" at the end.
  bool drop_number_suffix() {
    const std::size_t mark = text_.find_last_not_of("0123456789.");
    if (mark == std::string::npos) {
      return false;
    }
    const bool fuzzy = is_special(mark, '~');
    const bool boost = is_special(mark, '^') && mark + 1 < text_.size();
    if ((!fuzzy && !boost) || !has_word(std::string_view(text_).substr(0, mark))) {
      return false;
    }
    text_.resize(mark);
    warn(fuzzy ? "similar words (~) are" : "weights (^) are");
    return true;
  }

  [[nodiscard]] bool is_wildcard(std::size_t at) const {
    return is_special(at, '*') || is_special(at, '?');
  }

  // A * or ?, or several, with a letter on either side. "2*3" and a URL's "?" are none.
  [[nodiscard]] bool has_inner_wildcard() const {
    if (text_.find_first_of("/=:@") != std::string::npos) {
      return false;
    }
    return std::any_of(specials_.begin(), specials_.end(), [this](std::size_t at) {
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

  void drop_leading_star() {
    if (is_special(0, '*') && is_word_character(character_at(text_, 1).code)) {
      text_.erase(0, 1);
      for (std::size_t& at : specials_) {
        at -= at == 0 ? 0 : 1;
      }
      warn("a \"*\" before a word is");
    }
  }

  bool drop_trailing_star() {
    const std::size_t last = text_.size() - 1;
    if (!is_special(last, '*') || !is_word_character(character_before(text_, last).code)) {
      return false;
    }
    const bool enough = has_enough_letters(std::string_view(text_).substr(0, last));
    text_.pop_back();
    if (!enough) {
      warnings_.add(warning::kShortPrefix, chunk_.start,
                    quoted(chunk_.text) + " has too few letters before the \"*\"; searched for " +
                        quoted(text_) + ". Type at least two");
    }
    return enough;
  }

  [[nodiscard]] static bool has_enough_letters(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();) {
      const Character c = character_at(text, at);
      if (u_hasBinaryProperty(static_cast<UChar32>(c.code), UCHAR_IDEOGRAPHIC) != 0) {
        return true;
      }
      letters += is_word_character(c.code) ? 1U : 0U;
      at += c.bytes;
    }
    return letters >= kShortestPrefix;
  }

  const Token& chunk_;
  Warnings& warnings_;
  std::string text_;
  std::vector<std::size_t> specials_;
};

}  // namespace

MarkedWord read_word_marks(const Token& chunk, Warnings& warnings) {
  return MarkReader(chunk, warnings).read();
}

}  // namespace lede::query
