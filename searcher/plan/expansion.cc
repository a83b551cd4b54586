// Reading the index's own list of terms.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/expansion.h"

#include <algorithm>
#include <utility>

#include "common/schema.h"
#include "searcher/plan/pattern.h"
#include "searcher/plan/unit_query.h"
#include "searcher/terms/near_terms.h"

namespace lede {
namespace {

// What forms of one word have in common at the start: its stem without the last letter, which a
// stemmer may have made ("happi" of "happy"). Nothing for stems too short to tell.
std::string_view common_start(std::string_view stem) {
  constexpr std::size_t kLeast = 3;
  std::size_t size = stem.size() > kLeast + 1 ? stem.size() - 1 : stem.size();
  while (size > 0 && size < stem.size() &&
         (static_cast<unsigned char>(stem[size]) & 0xC0U) == 0x80U) {
    --size;
  }
  return size < kLeast ? std::string_view() : stem.substr(0, size);
}

bool contains(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace

void Expander::expand(QueryUnit& unit) {
  cut_ = false;
  if (unit.kind == NodeKind::kFuzzy) {
    expand_fuzzy(unit);
  }
  expand_writings(unit, unit.at);
  for (QueryUnit& part : unit.parts) {
    expand_writings(part, part.at);
  }
}

void Expander::expand_writings(QueryUnit& unit, std::size_t at) {
  for (Writing& writing : unit.writings) {
    for (WordSlot& slot : writing.slots) {
      if (!slot.pattern.empty()) {
        add_pattern_terms(slot, writing.field);
        continue;
      }
      if (slot.edits > 0) {
        add_near_terms(slot, writing.field);
      }
      if (!slot.stems.empty()) {
        add_forms(slot, writing.field);
      }
    }
  }
  warn_of_cut(unit, at);
}

// One writing for each distance, so that the planner can count them differently.
void Expander::expand_fuzzy(QueryUnit& unit) {
  if (unit.words.size() != 1) {
    return;
  }
  const UnitWord& word = unit.words.front();
  const auto near = near_terms(database_, field_prefix(unit.field), word.term,
                               {.distance = unit.distance, .terms = limit::kExpansion});
  cut_ = cut_ || near.found > near.terms.size() || !near.complete;
  std::vector<std::vector<Found>> by_distance(unit.distance);
  for (const NearTerm& one : near.terms) {
    if (one.distance > 0 && !is_common(one.term)) {
      by_distance[one.distance - 1].push_back({one.frequency, one.term});
    }
  }
  for (auto& found : by_distance) {
    WordSlot slot;
    keep(std::move(found), slot.terms);
    unit.writings.push_back({unit.field, {std::move(slot)}});
  }
}

void Expander::add_pattern_terms(WordSlot& slot, Field field) {
  const std::string_view start = literal_prefix(slot.pattern);
  if (start.empty()) {
    return;  // every term of the index: the parser asks for letters first
  }
  std::vector<Found> found;
  const bool plain = is_plain_prefix(slot.pattern);
  const bool whole = scan(
      field_prefix(field), start, limit::kScannedTerms,
      [&](const std::string& term) { return plain || fits_pattern(term, slot.pattern); }, found);
  cut_ = cut_ || !whole;
  keep(std::move(found), slot.terms);
}

void Expander::add_near_terms(WordSlot& slot, Field field) {
  const auto near = near_terms(database_, field_prefix(field), slot.terms.front(),
                               {.distance = slot.edits, .terms = limit::kExpansion});
  cut_ = cut_ || near.found > near.terms.size() || !near.complete;
  std::vector<Found> found;
  for (const NearTerm& one : near.terms) {
    if (!contains(slot.terms, one.term) && !is_common(one.term)) {
      found.push_back({one.frequency, one.term});
    }
  }
  keep(std::move(found), slot.terms);
}

// "war" may have been mistyped, but "was" was not meant.
bool Expander::is_common(const std::string& term) const {
  return is_stop_word_of_index({term, {}, {}, {}}, languages_);
}

// A word has few forms: what is cut here is not worth a warning.
void Expander::add_forms(WordSlot& slot, Field field) {
  std::vector<Found> found;
  std::vector<std::string_view> starts;
  for (const std::string& stem : slot.stems) {
    const std::string_view start = common_start(stem);
    if (!start.empty() && std::find(starts.begin(), starts.end(), start) == starts.end()) {
      starts.push_back(start);
    }
  }
  for (const std::string_view start : starts) {
    scan(
        field_prefix(field), start, limit::kScannedForms,
        [&](const std::string& term) {
          return !contains(slot.terms, term) && shares_stem(term, slot);
        },
        found);
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return std::tie(b.frequency, a.term) < std::tie(a.frequency, b.term);
  });
  for (std::size_t i = 0; i < std::min(found.size(), limit::kForms); ++i) {
    if (!contains(slot.terms, found[i].term)) {
      slot.terms.push_back(std::move(found[i].term));
    }
  }
}

// Calls `fits` for each term that starts so, `most` at most; false when there were more.
bool Expander::scan(std::string_view prefix, std::string_view start, std::size_t most,
                    const std::function<bool(const std::string&)>& fits,
                    std::vector<Found>& found) const {
  const std::string from = text_term(prefix, start);
  const auto end = database_.allterms_end(from);
  for (auto at = database_.allterms_begin(from); at != end; ++at) {
    if (most-- == 0) {
      return false;
    }
    std::string term = (*at).substr(from.size() - start.size());
    if (fits(term)) {
      found.push_back({at.get_termfreq(), std::move(term)});
    }
  }
  return true;
}

bool Expander::shares_stem(std::string_view term, const WordSlot& slot) {
  for (std::size_t i = 0; i < std::min(languages_.size(), limit::kFormLanguages); ++i) {
    const std::string& tag = languages_[i].tag;
    if (contains(slot.stems, analyzer_.stem(term, tag == "und" ? "" : tag))) {
      return true;
    }
  }
  return false;
}

void Expander::keep(std::vector<Found> found, std::vector<std::string>& terms) {
  const std::size_t room = std::min(limit::kExpansion, left_);
  if (found.size() > room) {
    cut_ = true;
    std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(room), found.end(),
                     [](const Found& a, const Found& b) {
                       return std::tie(b.frequency, a.term) < std::tie(a.frequency, b.term);
                     });
    found.resize(room);
  }
  left_ -= found.size();
  for (Found& one : found) {
    terms.push_back(std::move(one.term));
  }
}

void Expander::warn_of_cut(const QueryUnit& unit, std::size_t at) {
  if (std::exchange(cut_, false)) {
    warnings_.push_back({"expansion_cut",
                         "\"" + unit.typed +
                             "\" stands for more words of the index than can be looked for: only "
                             "the most frequent ones were; type more letters",
                         at});
  }
}

}  // namespace lede
