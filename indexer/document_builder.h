// Gathers the terms of one document after another.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index_document.h"

namespace lede {

// Terms are kept in a hash table that is used again for the next document, since for most of them
// there is nothing to do but to count once more. For one thread.
class DocumentBuilder {
 public:
  // One more occurrence of a term, which counts `times` in the document's length.
  void add_posting(std::string_view name, std::uint32_t position, std::uint32_t times);

  // The same where positions are not kept.
  void add_term(std::string_view name, std::uint32_t times);

  // At most one for each slot; an empty value is none.
  void add_value(std::uint32_t slot, std::string value);

  void set_data(std::string data) { data_ = std::move(data); }

  // The document, and the builder is as new.
  [[nodiscard]] IndexDocument finish();

  // As new, whatever was added.
  void clear();

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t name_start = 0;
    std::uint32_t name_bytes = 0;
    std::uint32_t wdf = 0;
    std::uint32_t positions = 0;
  };
  struct Occurrence {
    std::uint32_t entry = 0;
    std::uint32_t position = 0;
  };

  [[nodiscard]] std::uint32_t entry_of(std::string_view name);
  [[nodiscard]] std::string_view name_of(const Entry& entry) const;
  void grow();
  void place_positions(IndexDocument& document) const;

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> table_;  // 1 + number of the entry; 0: free
  std::string names_;
  std::vector<Occurrence> occurrences_;
  std::vector<IndexValue> values_;
  std::string data_;
};

}  // namespace lede
