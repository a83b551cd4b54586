// Looking for a unit's forms among an article's terms.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/missing_words.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/schema.h"
#include "common/text/utf8.h"
#include "searcher/plan/unit_query.h"

namespace lede {
namespace {

bool is_around_words(char32_t letter) {
  switch (u_charType(static_cast<UChar32>(letter))) {
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
      return true;
    default:
      return letter == U'"' || letter == U'\'' || letter == U',' || letter == U';' ||
             letter == U':' || letter == U'!' || letter == U'?';
  }
}

bool has_term(const std::vector<std::string>& sorted_terms, const std::string& term) {
  return std::binary_search(sorted_terms.begin(), sorted_terms.end(), term);
}

bool has_word(const std::vector<std::string>& terms, const UnitWord& word,
              std::string_view prefix) {
  const auto any = [&](const auto& forms, auto make_term) {
    return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
      return has_term(terms, make_term(prefix, form));
    });
  };
  return has_term(terms, text_term(prefix, word.term)) || any(word.alternates, text_term) ||
         any(word.stems, stem_term) ||
         (!word.acronym.empty() && has_term(terms, text_term(prefix, word.acronym)));
}

// Another way to write it: "long range" of "longrange".
bool has_writing(const std::vector<std::string>& terms, const QueryUnit& unit) {
  return std::any_of(unit.writings.begin(), unit.writings.end(), [&](const Writing& writing) {
    const auto prefix = field_prefix(writing.field);
    return std::all_of(writing.slots.begin(), writing.slots.end(), [&](const WordSlot& slot) {
      return std::any_of(slot.terms.begin(), slot.terms.end(), [&](const std::string& term) {
        return has_term(terms, text_term(prefix, term));
      });
    });
  });
}

bool has_unit(const std::vector<std::string>& terms, const QueryUnit& unit) {
  const auto prefix = field_prefix(unit.field);
  const bool joined = std::any_of(
      unit.joined_stems.begin(), unit.joined_stems.end(),
      [&](const std::string& stem) { return has_term(terms, stem_term(prefix, stem)); });
  return joined || has_writing(terms, unit) ||
         std::all_of(unit.words.begin(), unit.words.end(),
                     [&](const UnitWord& word) { return has_word(terms, word, prefix); });
}

}  // namespace

std::vector<std::string> missing_words(const std::vector<std::string>& terms,
                                       std::span<const QueryUnit> units) {
  std::vector<std::string> missing;
  for (const QueryUnit& unit : units) {
    if (unit.kind == NodeKind::kWord && !unit.negated && !unit.words.empty() && !unit.ignored &&
        !has_unit(terms, unit)) {
      missing.emplace_back(bare_word(unit.typed));
    }
  }
  return missing;
}

std::string_view bare_word(std::string_view typed) {
  std::string_view bare = typed;
  while (!bare.empty() && is_around_words(decode(bare, 0).value)) {
    bare.remove_prefix(decode(bare, 0).next);
  }
  while (!bare.empty() && is_around_words(decode_before(bare, bare.size()))) {
    bare = bare.substr(0, floor_boundary(bare, bare.size() - 1));
  }
  return bare.empty() ? typed : bare;
}

}  // namespace lede
