// Looking words up in texts, without analysing all of them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/suggest/printed_form.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace lede {
namespace {

bool is_word_character(char32_t character) {
  if (character < 0x80) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9');
  }
  const auto code = static_cast<UChar32>(character);
  return (U_GET_GC_MASK(code) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

char32_t lower_case(char32_t character) {
  if (character < 0x80) {
    return character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character;
  }
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(character), U_FOLD_CASE_DEFAULT));
}

// A quick look at the first letters; accents may make "é" of "e", nothing else is let through.
bool may_start(char32_t printed, char32_t folded) {
  return lower_case(printed) == folded || (printed >= 0x80 && folded < 0x80);
}

// Whether a capital at `at` would be the word's own: what comes before goes on in the sentence.
bool inside_sentence(std::string_view text, std::size_t at) {
  if (at < 2 || text[at - 1] != ' ') {
    return false;
  }
  const char32_t before = decode_before(text, at - 1);
  return before == U',' || u_islower(static_cast<UChar32>(before)) != 0;
}

struct Range {
  std::size_t start = 0;
  std::size_t end = 0;
};

// The next run of letters and digits from `at` on; empty at the end of the text.
Range next_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint point = decode(text, at);
    if (is_word_character(point.value)) {
      break;
    }
    at = point.next;
  }
  Range word{at, at};
  while (word.end < text.size()) {
    const CodePoint point = decode(text, word.end);
    if (!is_word_character(point.value)) {
      break;
    }
    word.end = point.next;
  }
  return word;
}

std::string folded(std::string_view word) { return fold_accents(fold_case(word)); }

// Calls `visit` for each place where `term` stands as a word.
template <typename Visit>
void find_word(std::string_view text, std::string_view term, Visit visit) {
  const std::string wanted = fold_accents(term);
  if (wanted.empty()) {
    return;
  }
  const char32_t first = decode(wanted, 0).value;
  for (Range word = next_word(text, 0); word.start < text.size();
       word = next_word(text, word.end)) {
    if (may_start(decode(text, word.start).value, first) &&
        folded(text.substr(word.start, word.end - word.start)) == wanted) {
      visit(word);
    }
  }
}

bool has_capitals(std::string_view term) {
  return !term.empty() &&
         u_hasBinaryProperty(static_cast<UChar32>(decode(term, 0).value), UCHAR_CASED) != 0;
}

}  // namespace

std::optional<std::string> printed_form(std::string_view text, std::string_view term) {
  if (!has_capitals(term)) {
    return std::nullopt;
  }
  WordCounts forms;
  find_word(text, term, [&](const Range& word) {
    if (inside_sentence(text, word.start)) {
      ++forms[std::string(text.substr(word.start, word.end - word.start))];
    }
  });
  const auto most = std::max_element(
      forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == forms.end() ? std::nullopt : std::optional(most->first);
}

std::string printed_form(ArticleTexts& texts, const std::string& term,
                         std::span<const Xapian::docid> articles) {
  if (has_capitals(term)) {
    for (const Xapian::docid article : articles) {
      if (auto form = printed_form(texts.text(article), term)) {
        return *std::move(form);
      }
    }
  }
  return term;
}

WordCounts words_following(std::string_view text, std::string_view term) {
  WordCounts following;
  find_word(text, term, [&](const Range& word) {
    const Range next = next_word(text, word.end);
    if (next.start == word.end + 1 && next.start < text.size() && text[word.end] == ' ') {
      ++following[folded(text.substr(next.start, next.end - next.start))];
    }
  });
  return following;
}

}  // namespace lede
