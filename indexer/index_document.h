// A document as it goes into the index: terms, values and data, whatever writes them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lede {

struct IndexTerm {
  std::uint64_t hash = 0;        // of its name
  std::uint32_t name_start = 0;  // in the document's names
  std::uint32_t name_bytes = 0;
  std::uint32_t wdf = 0;  // within-document frequency
  std::uint32_t first_position = 0;
  std::uint32_t positions = 0;
};

struct IndexValue {
  std::uint32_t slot = 0;
  std::string bytes;
};

// Made by DocumentBuilder. A plain value: a few flat arrays, quick to make and to move.
struct IndexDocument {
  std::vector<IndexTerm> terms;  // in the order in which they first occurred
  std::string names;
  std::vector<std::uint32_t> positions;  // of each term, rising
  std::vector<IndexValue> values;        // by slot; none is empty
  std::string data;

  [[nodiscard]] std::string_view name_of(const IndexTerm& term) const {
    return std::string_view(names).substr(term.name_start, term.name_bytes);
  }
  // Numbers of the terms in byte order of their names.
  [[nodiscard]] std::vector<std::uint32_t> sorted_terms() const;
  [[nodiscard]] std::span<const std::uint32_t> positions_of(const IndexTerm& term) const {
    return std::span(positions).subspan(term.first_position, term.positions);
  }
};

// Gives `value` its place in `values`, or that of the value its slot has.
void set_value(std::vector<IndexValue>& values, IndexValue value);

// The same for Xapian's own writer.
[[nodiscard]] Xapian::Document to_xapian(const IndexDocument& document);

}  // namespace lede
