// Gathers the terms of one document after another.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/document_builder.h"

#define XXH_INLINE_ALL  // names are short: the call costs as much as the work
#include <xxhash.h>

#include <algorithm>
#include <functional>
#include <span>
#include <utility>

namespace lede {
namespace {

constexpr std::size_t kFirstTableSize = 2048;  // a power of two, as all sizes are

// Sorts the positions of one term and puts repeated ones behind those that count, whose number it
// gives. Most are in order already.
std::uint32_t settle(std::span<std::uint32_t> positions) {
  auto end = positions.end();
  if (std::adjacent_find(positions.begin(), end, std::greater_equal<>()) != end) {
    std::sort(positions.begin(), end);
    end = std::unique(positions.begin(), end);
  }
  return static_cast<std::uint32_t>(end - positions.begin());
}

}  // namespace

void DocumentBuilder::add_posting(std::string_view name, std::uint32_t position,
                                  std::uint32_t times) {
  const std::uint32_t number = entry_of(name);
  entries_[number].wdf += times;
  ++entries_[number].positions;
  occurrences_.push_back({number, position});
}

void DocumentBuilder::add_term(std::string_view name, std::uint32_t times) {
  entries_[entry_of(name)].wdf += times;
}

void DocumentBuilder::add_value(std::uint32_t slot, std::string value) {
  if (!value.empty()) {
    values_.push_back({slot, std::move(value)});
  }
}

std::string_view DocumentBuilder::name_of(const Entry& entry) const {
  return std::string_view(names_).substr(entry.name_start, entry.name_bytes);
}

std::uint32_t DocumentBuilder::entry_of(std::string_view name) {
  if (entries_.size() * 2 >= table_.size()) {
    grow();
  }
  const std::uint64_t hash = XXH3_64bits(name.data(), name.size());
  const std::size_t mask = table_.size() - 1;
  std::size_t at = hash & mask;
  for (; table_[at] != 0; at = (at + 1) & mask) {
    const Entry& entry = entries_[table_[at] - 1];
    if (entry.hash == hash && name_of(entry) == name) {
      return table_[at] - 1;
    }
  }
  entries_.push_back({hash, static_cast<std::uint32_t>(names_.size()),
                      static_cast<std::uint32_t>(name.size()), 0, 0});
  names_ += name;
  table_[at] = static_cast<std::uint32_t>(entries_.size());
  return table_[at] - 1;
}

void DocumentBuilder::grow() {
  table_.assign(std::max(kFirstTableSize, table_.size() * 2), 0);
  const std::size_t mask = table_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t at = entries_[i].hash & mask;
    while (table_[at] != 0) {
      at = (at + 1) & mask;
    }
    table_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

IndexDocument DocumentBuilder::finish() {
  IndexDocument document;
  document.terms.reserve(entries_.size());
  std::uint32_t position = 0;
  for (const Entry& entry : entries_) {
    document.terms.push_back(
        {entry.hash, entry.name_start, entry.name_bytes, entry.wdf, position, entry.positions});
    position += entry.positions;
  }
  document.names = names_;
  place_positions(document);
  std::sort(values_.begin(), values_.end(),
            [](const IndexValue& a, const IndexValue& b) { return a.slot < b.slot; });
  document.values = std::exchange(values_, {});
  document.data = std::exchange(data_, {});
  clear();
  return document;
}

// From occurrences in the order of the text to positions term by term.
void DocumentBuilder::place_positions(IndexDocument& document) const {
  std::vector<std::uint32_t> next(document.terms.size());  // by term: where its next one goes
  std::transform(document.terms.begin(), document.terms.end(), next.begin(),
                 [](const IndexTerm& term) { return term.first_position; });
  document.positions.resize(occurrences_.size());
  for (const Occurrence& occurrence : occurrences_) {
    document.positions[next[occurrence.entry]++] = occurrence.position;
  }
  for (IndexTerm& term : document.terms) {
    term.positions = settle({document.positions.data() + term.first_position, term.positions});
  }
}

void DocumentBuilder::clear() {
  // A giant must not slow down all documents after it.
  if (entries_.size() * 2 < kFirstTableSize && table_.size() > kFirstTableSize) {
    table_.resize(kFirstTableSize);
  }
  std::fill(table_.begin(), table_.end(), 0);
  entries_.clear();
  names_.clear();
  occurrences_.clear();
  values_.clear();
  data_.clear();
}

}  // namespace lede
