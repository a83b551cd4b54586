// The Xapian query of one unit: stems carry the weight, exact forms a bonus, variants a little.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <span>
#include <string_view>

#include "searcher/plan/index_languages.h"
#include "searcher/plan/units.h"

namespace lede {

// The schema's prefix of a text field; kAny has none.
[[nodiscard]] std::string_view field_prefix(Field field);

// Whether a word is too common to rank by in most articles of the index.
[[nodiscard]] bool is_stop_word_of_index(const UnitWord& word,
                                         std::span<const IndexLanguage> languages);

// Whether it is a word of asking in most articles of the index.
[[nodiscard]] bool is_request_word_of_index(const UnitWord& word,
                                            std::span<const IndexLanguage> languages);

// Whether a compound may be found by this word of it: not by the "f" of "F-16" or a stop word.
[[nodiscard]] bool may_count_alone(const QueryUnit& unit, const UnitWord& word,
                                   std::span<const IndexLanguage> languages);

class UnitQueries {
 public:
  explicit UnitQueries(std::span<const IndexLanguage> languages) : languages_(languages) {}

  // The unit as typed: all its words side by side. `times`: how often it was typed.
  [[nodiscard]] Xapian::Query strict(const QueryUnit& unit, Xapian::termcount times) const;

  // Any of its words: a compound such as "long-range" also by "long" alone, where that counts
  // alone.
  [[nodiscard]] Xapian::Query loose(const QueryUnit& unit, Xapian::termcount times) const;

 private:
  [[nodiscard]] Xapian::Query plain(const QueryUnit& unit, Xapian::termcount times) const;
  [[nodiscard]] Xapian::Query word(const UnitWord& word, Field field,
                                   Xapian::termcount times) const;
  [[nodiscard]] Xapian::Query stems(const UnitWord& word, Field field,
                                    Xapian::termcount times) const;
  [[nodiscard]] Xapian::Query compound(const QueryUnit& unit, Xapian::termcount times) const;
  [[nodiscard]] Xapian::Query joined(const QueryUnit& unit, Xapian::termcount times) const;
  [[nodiscard]] Xapian::Query dictionary_words(const QueryUnit& unit,
                                               Xapian::termcount times) const;
  [[nodiscard]] Xapian::Query fuzzy(const QueryUnit& unit) const;
  // Words that fit a pattern; the letters typed, where they are a word, a little more.
  [[nodiscard]] static Xapian::Query pattern(const QueryUnit& unit);
  [[nodiscard]] static Xapian::Query with_other_writings(Xapian::Query query,
                                                         const QueryUnit& unit);

  std::span<const IndexLanguage> languages_;
};

}  // namespace lede
