// Gathers the terms of one document after another.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/document_builder.h"

#include <xxhash.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "indexer/sorted_names.h"

namespace lede {
namespace {

constexpr std::size_t kFirstTableSize = 2048;  // a power of two, as all sizes are

// Sorts the positions of one term and drops repeated ones; most are in order already.
std::uint32_t settle(std::vector<std::uint32_t>& positions, std::size_t first) {
  const auto begin = positions.begin() + static_cast<std::ptrdiff_t>(first);
  if (std::adjacent_find(begin, positions.end(), std::greater_equal<>()) != positions.end()) {
    std::sort(begin, positions.end());
    positions.erase(std::unique(begin, positions.end()), positions.end());
  }
  return static_cast<std::uint32_t>(positions.size() - first);
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
  const std::vector<std::uint32_t> order =
      sorted_by_name(entries_.size(), [this](std::size_t i) { return name_of(entries_[i]); });
  document.terms.reserve(order.size());
  document.names.reserve(names_.size());
  for (const std::uint32_t number : order) {
    const Entry& entry = entries_[number];
    document.terms.push_back({static_cast<std::uint32_t>(document.names.size()), entry.name_bytes,
                              entry.wdf, 0, entry.positions});
    document.names += name_of(entry);
  }
  place_positions(order, document);
  std::sort(values_.begin(), values_.end(),
            [](const IndexValue& a, const IndexValue& b) { return a.slot < b.slot; });
  document.values = std::exchange(values_, {});
  document.data = std::exchange(data_, {});
  clear();
  return document;
}

// From occurrences in the order of the text to positions in the order of the terms.
void DocumentBuilder::place_positions(const std::vector<std::uint32_t>& order,
                                      IndexDocument& document) const {
  std::vector<std::uint32_t> next(entries_.size());  // by entry: where its next position goes
  std::uint32_t start = 0;
  for (const std::uint32_t number : order) {
    next[number] = start;
    start += entries_[number].positions;
  }
  std::vector<std::uint32_t> placed(occurrences_.size());
  for (const Occurrence& occurrence : occurrences_) {
    placed[next[occurrence.entry]++] = occurrence.position;
  }
  document.positions.reserve(placed.size());
  auto from = placed.begin();
  for (IndexTerm& term : document.terms) {
    const std::size_t first = document.positions.size();
    const auto to = from + static_cast<std::ptrdiff_t>(term.positions);
    document.positions.insert(document.positions.end(), from, to);
    from = to;
    term.first_position = static_cast<std::uint32_t>(first);
    term.positions = settle(document.positions, first);
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
