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

UnitTable::UnitTable(std::span<const QueryUnit> units, Field field) : field_(field) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    const QueryUnit& unit = units[i];
    const auto number = static_cast<std::uint32_t>(i);
    if (unit.negated || unit.ignored) {
      continue;
    }
    const bool by_words = unit.kind == NodeKind::kWord || unit.kind == NodeKind::kFuzzy;
    if (by_words && !unit.words.empty() && searched_in(unit.field, field)) {
      add_words(unit, number);
    }
    add_writings(unit.writings, number, WordSequence::kWhole);
    for (std::size_t part = 0; part < unit.parts.size(); ++part) {
      add_writings(unit.parts[part].writings, number, static_cast<std::uint32_t>(part));
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

// As the planner asks for it: each of the words in any of its forms; but those of a compound as
// they are and side by side.
void UnitTable::add_words(const QueryUnit& unit, std::uint32_t number) {
  const bool compound = !unit.dictionary && unit.words.size() > 1;
  if (compound) {
    const std::uint32_t sequence = add_sequence(number, WordSequence::kWhole, unit.words.size());
    for (std::uint32_t i = 0; i < unit.words.size(); ++i) {
      add_key(unit.words[i].term, {sequence, i, Meeting::kTerm});
    }
  }
  for (const UnitWord& word : unit.words) {
    if (!compound || word.counts_alone) {
      const std::uint32_t sequence = add_sequence(number, WordSequence::kWhole, 1);
      sequences_[sequence].alone = compound;
      add_word(word, sequence);
    }
  }
  add_joined(unit, number);
}

void UnitTable::add_joined(const QueryUnit& unit, std::uint32_t number) {
  if (unit.joined.empty() && unit.joined_stems.empty()) {
    return;
  }
  const std::uint32_t sequence = add_sequence(number, WordSequence::kWhole, 1);
  for (const auto& term : unit.joined) {
    add_key(term, {sequence, 0, Meeting::kTerm});
  }
  for (const auto& stem : unit.joined_stems) {
    add_key(stem, {sequence, 0, Meeting::kStem});
  }
}

void UnitTable::add_writings(std::span<const Writing> writings, std::uint32_t unit,
                             std::uint32_t part) {
  for (const Writing& writing : writings) {
    if (!searched_in(writing.field, field_)) {
      continue;
    }
    const std::uint32_t sequence = add_sequence(unit, part, writing.slots.size());
    for (std::size_t i = 0; i < writing.slots.size(); ++i) {
      add_slot(writing.slots[i], {sequence, static_cast<std::uint32_t>(i), Meeting::kTerm});
    }
  }
}

std::uint32_t UnitTable::add_sequence(std::uint32_t unit, std::uint32_t part, std::size_t length) {
  sequences_.push_back({unit, part, static_cast<std::uint32_t>(word_count_),
                        static_cast<std::uint32_t>(length), false});
  if (part != WordSequence::kWhole) {
    wanted_.want_distances();  // of a sequence, only that no word comes between matters
  }
  word_count_ += length;
  return static_cast<std::uint32_t>(sequences_.size() - 1);
}

void UnitTable::add_word(const UnitWord& word, std::uint32_t sequence) {
  add_key(word.acronym, {sequence, 0, Meeting::kTerm});
  if (word.acronym_only) {
    return;
  }
  add_key(word.term, {sequence, 0, Meeting::kTerm});
  for (const auto& alternate : word.alternates) {
    add_key(alternate, {sequence, 0, Meeting::kTerm});
  }
  for (const auto& stem : word.stems) {
    add_key(stem, {sequence, 0, Meeting::kStem});
  }
}

void UnitTable::add_slot(const WordSlot& slot, WordTarget target) {
  if (!slot.pattern.empty()) {
    patterns_.push_back({slot.pattern, target});
    wanted_.want_beginning(literal_prefix(slot.pattern));
    return;
  }
  for (const std::string& term : slot.terms) {
    add_key(term, target);
  }
}

void UnitTable::add_key(std::string_view key, WordTarget target) {
  if (key.empty()) {
    return;
  }
  lengths_[static_cast<unsigned char>(key.front())] |= length_bit(key.size());
  keys_[std::string(key)].push_back(target);
  if (target.meeting == Meeting::kTerm) {
    wanted_.want_term(key);
  } else {
    wanted_.want_stem(key);
  }
}

}  // namespace lede
