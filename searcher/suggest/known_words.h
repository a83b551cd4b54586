// When a word that the index has may be taken for a slip all the same.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <string>

#include "searcher/suggest/spellings.h"
#include "searcher/suggest/typed_words.h"

namespace lede {

// The worst correction is that of a rare name which is right. So a known word must be rare, and
// far rarer than what replaces it; and either the two sound the same, or most of the word's own
// articles have the other spelling too, and it is no name, or both are.
class KnownWords {
 public:
  explicit KnownWords(const Xapian::Database& database) : database_(database) {}

  // A word in more articles than this is right.
  [[nodiscard]] Xapian::doccount rare() const;

  // Throws Xapian::Error.
  [[nodiscard]] bool may_replace(const TypedWord& word, const Spelling& spelling);

 private:
  // Printed with a capital where other words are not.
  bool is_name(const std::string& term);

  const Xapian::Database& database_;
  std::map<std::string, bool> names_;
};

}  // namespace lede
