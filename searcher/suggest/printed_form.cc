// Looking words up in the text of a few articles.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/suggest/printed_form.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <map>

#include "common/article_record.h"
#include "common/schema.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace lede {
namespace {

bool is_word_character(char32_t character) {
  const auto code = static_cast<UChar32>(character);
  return u_isalnum(code) != 0 || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0;
}

bool same_letter(char32_t a, char32_t b) {
  return a >= 0x80 || b >= 0x80 ||  // folding may change them: look closer
         u_foldCase(static_cast<UChar32>(a), U_FOLD_CASE_DEFAULT) == static_cast<UChar32>(b);
}

// Whether a capital at `at` would be the word's own: what comes before goes on in the sentence.
bool inside_sentence(std::string_view text, std::size_t at) {
  if (at < 2 || text[at - 1] != ' ') {
    return false;
  }
  const char32_t before = decode_before(text, at - 1);
  return u_islower(static_cast<UChar32>(before)) != 0 || before == U',';
}

using Forms = std::map<std::string, std::size_t, std::less<>>;

void count_forms(std::string_view text, std::string_view term, Forms& forms) {
  const char32_t first = decode(term, 0).value;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint start = decode(text, at);
    if (!is_word_character(start.value)) {
      at = start.next;
      continue;
    }
    std::size_t end = start.next;
    while (end < text.size() && is_word_character(decode(text, end).value)) {
      end = decode(text, end).next;
    }
    const std::string_view word = text.substr(at, end - at);
    if (same_letter(start.value, first) && inside_sentence(text, at) &&
        fold_accents(fold_case(word)) == fold_accents(term)) {
      ++forms[std::string(word)];
    }
    at = end;
  }
}

std::optional<std::string> most_frequent(const Forms& forms) {
  const auto most = std::max_element(
      forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == forms.end() ? std::nullopt : std::optional(most->first);
}

}  // namespace

std::optional<std::string> printed_form(std::string_view text, std::string_view term) {
  Forms forms;
  if (!term.empty()) {
    count_forms(text, term, forms);
  }
  return most_frequent(forms);
}

std::string printed_form(const Xapian::Database& database, const std::string& term,
                         std::size_t articles) {
  Forms forms;
  const std::string key = text_term("", term);
  for (auto at = database.postlist_begin(key); at != database.postlist_end(key) && articles > 0;
       ++at, --articles) {
    if (const auto article = decode_article(database.get_document(*at).get_data())) {
      count_forms(article->text, term, forms);
    }
  }
  return most_frequent(forms).value_or(term);
}

}  // namespace lede
