// Laying out the query's words for look-up.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/unit_table.h"

#include <algorithm>

namespace lede {
namespace {

bool searched_in(Field unit, Field field) {
  return unit == field || (unit == Field::kAny && field == Field::kTitle);
}

std::uint64_t length_bit(std::size_t length) {
  return std::uint64_t{1} << std::min<std::size_t>(length, 63);
}

}  // namespace

UnitTable::UnitTable(std::span<const QueryUnit> units, Field field) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    const QueryUnit& unit = units[i];
    if (unit.negated || unit.ignored || unit.words.empty() || !searched_in(unit.field, field)) {
      continue;
    }
    if (unit.kind == NodeKind::kPhrase) {
      add_phrase(unit, static_cast<std::uint32_t>(i));
    } else {
      add_unit(unit, static_cast<std::uint32_t>(i));
    }
  }
}

std::span<const WordTarget> UnitTable::find(std::string_view key) const {
  if (key.empty() ||
      (lengths_[static_cast<unsigned char>(key.front())] & length_bit(key.size())) == 0) {
    return {};
  }
  const auto found = keys_.find(key);
  return found == keys_.end() ? std::span<const WordTarget>() : found->second;
}

// As the planner asks for it: one word in its very form, several as terms side by side.
void UnitTable::add_phrase(const QueryUnit& unit, std::uint32_t number) {
  const std::uint32_t sequence = add_sequence(number, unit.words.size());
  if (unit.words.size() == 1) {
    add_key(very_form(unit.words.front()), {sequence, 0, Meeting::kTerm});
    return;
  }
  for (std::size_t i = 0; i < unit.words.size(); ++i) {
    add_key(unit.words[i].term, {sequence, static_cast<std::uint32_t>(i), Meeting::kTerm});
  }
}

void UnitTable::add_unit(const QueryUnit& unit, std::uint32_t number) {
  const bool apart = unit.dictionary;
  const std::size_t count = unit.words.size();
  std::uint32_t sequence = add_sequence(number, apart ? 1 : count);
  for (std::size_t i = 0; i < count; ++i) {
    if (apart && i > 0) {
      sequence = add_sequence(number, 1);
    }
    const std::size_t index = apart ? 0 : i;
    if (unit.kind == NodeKind::kPrefix && i + 1 == count) {
      add_prefix(unit.words[i], sequence, index);
    } else {
      add_word(unit.words[i], sequence, index);
    }
  }
  if (unit.kind == NodeKind::kWord && !(unit.joined.empty() && unit.joined_stems.empty())) {
    sequence = add_sequence(number, 1);
    for (const auto& term : unit.joined) {
      add_key(term, {sequence, 0, Meeting::kTerm});
    }
    for (const auto& stem : unit.joined_stems) {
      add_key(stem, {sequence, 0, Meeting::kStem});
    }
  }
}

std::uint32_t UnitTable::add_sequence(std::uint32_t unit, std::size_t length) {
  sequences_.push_back(
      {unit, static_cast<std::uint32_t>(word_count_), static_cast<std::uint32_t>(length)});
  word_count_ += length;
  return static_cast<std::uint32_t>(sequences_.size() - 1);
}

void UnitTable::add_word(const UnitWord& word, std::uint32_t sequence, std::size_t index) {
  const auto number = static_cast<std::uint32_t>(index);
  add_key(word.acronym, {sequence, number, Meeting::kTerm});
  if (word.acronym_only) {
    return;
  }
  add_key(word.term, {sequence, number, Meeting::kTerm});
  for (const auto& alternate : word.alternates) {
    add_key(alternate, {sequence, number, Meeting::kTerm});
  }
  for (const auto& stem : word.stems) {
    add_key(stem, {sequence, number, Meeting::kStem});
  }
}

void UnitTable::add_prefix(const UnitWord& word, std::uint32_t sequence, std::size_t index) {
  const WordTarget target{sequence, static_cast<std::uint32_t>(index), Meeting::kTerm};
  if (!word.term.empty()) {
    prefixes_.push_back({word.term, target});
  }
  for (const auto& alternate : word.alternates) {
    if (!alternate.empty()) {
      prefixes_.push_back({alternate, target});
    }
  }
}

void UnitTable::add_key(std::string_view key, WordTarget target) {
  if (key.empty()) {
    return;
  }
  lengths_[static_cast<unsigned char>(key.front())] |= length_bit(key.size());
  keys_[std::string(key)].push_back(target);
}

}  // namespace lede
