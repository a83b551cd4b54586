// The Xapian query of one unit: stems carry the weight, exact forms a bonus.
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

class UnitQueries {
 public:
  explicit UnitQueries(std::span<const IndexLanguage> languages) : languages_(languages) {}

  // The unit as typed: all its words side by side. `times`: how often it was typed.
  [[nodiscard]] Xapian::Query strict(const QueryUnit& unit, Xapian::termcount times) const;

  // Any of its words: a compound such as "long-range" also by "long" alone.
  [[nodiscard]] Xapian::Query loose(const QueryUnit& unit, Xapian::termcount times) const;

 private:
  [[nodiscard]] Xapian::Query word(const UnitWord& word, Field field,
                                   Xapian::termcount times) const;
  [[nodiscard]] Xapian::Query stems(const UnitWord& word, Field field,
                                    Xapian::termcount times) const;
  [[nodiscard]] Xapian::Query compound(const QueryUnit& unit, Xapian::termcount times) const;
  [[nodiscard]] Xapian::Query joined(const QueryUnit& unit, Xapian::termcount times) const;
  [[nodiscard]] Xapian::Query dictionary_words(const QueryUnit& unit,
                                               Xapian::termcount times) const;
  // The words in this order, nothing between; a single word is its very form.
  [[nodiscard]] Xapian::Query phrase(const QueryUnit& unit) const;
  // Words that start so, the most frequent thousand of them.
  [[nodiscard]] Xapian::Query prefix(const QueryUnit& unit) const;

  std::span<const IndexLanguage> languages_;
};

}  // namespace lede
