// Frequency, sound, company and capitals as witnesses for a word.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/suggest/known_words.h"

#include <algorithm>

#include "common/schema.h"
#include "searcher/suggest/evidence.h"
#include "searcher/suggest/printed_form.h"

namespace lede {
namespace {

using Xapian::Query;

constexpr Xapian::doccount kRareAtLeast = 3;
constexpr Xapian::doccount kRareOneIn = 200;
constexpr Xapian::doccount kTimesAsFrequentSameSound = 10;
constexpr Xapian::doccount kTimesAsFrequent = 20;
// A word in more than one article of so many keeps company with every other.
constexpr Xapian::doccount kTooCommonToCorrect = 4;
constexpr std::size_t kMinSoundBytes = 6;  // "ally" and "ali" sound the same and are not
constexpr std::size_t kArticlesForSpelling = 3;
constexpr double kOneEdit = 1;

}  // namespace

Xapian::doccount KnownWords::rare() const {
  return std::max(kRareAtLeast, database_.get_doccount() / kRareOneIn);
}

bool KnownWords::is_name(const std::string& term) {
  const auto [name, fresh] = names_.try_emplace(term, false);
  if (fresh) {
    ArticleTexts texts(database_);
    name->second = printed_form(texts, term, texts.with(term, kArticlesForSpelling)) != term;
  }
  return name->second;
}

bool KnownWords::may_replace(const TypedWord& word, const Spelling& spelling) {
  const std::string& term = word.forms.term;
  if (spelling.sounds_same && term.size() >= kMinSoundBytes) {
    return spelling.frequency >= kTimesAsFrequentSameSound * word.frequency;
  }
  if (spelling.cost > kOneEdit || spelling.frequency < kTimesAsFrequent * word.frequency ||
      spelling.frequency > database_.get_doccount() / kTooCommonToCorrect) {
    return false;
  }
  const Query both[] = {forms_query(word.forms), Query(text_term("", spelling.term))};
  const auto shared = Evidence(database_).articles(Query(Query::OP_AND, both, both + 2));
  if (shared * 2 < word.frequency) {
    return false;
  }
  return !is_name(term) || is_name(spelling.term);
}

}  // namespace lede
