// Values and document lengths, cut into entries of the posting table while documents come in.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "indexer/bulk/encoded_document.h"
#include "indexer/bulk/term_lists.h"
#include "indexer/glass/posting_chunks.h"
#include "indexer/glass/value_chunks.h"

namespace lede {

// For one thread.
class TableEntries {
 public:
  TableEntries();

  // Documents come in the order of their numbers.
  void add(std::uint32_t docid, const EncodedDocument& document);

  // Closes what is still open; after the last document.
  void finish();

  // An entry of another kind.
  void add_entry(std::string_view key, std::string_view tag);

  // About the bytes that finished entries hold, and giving them away in the order of their keys.
  [[nodiscard]] std::size_t memory() const { return memory_; }
  [[nodiscard]] std::unique_ptr<TermLists> take();

 private:
  using Entry = std::pair<std::string, std::string>;  // key and tag
  class Lists;

  std::vector<Entry> entries_;
  std::size_t memory_ = 0;
  glass::EntrySink sink_;
  glass::PostingChunks lengths_;
  bool any_ = false;
  std::map<std::uint32_t, glass::ValueChunks> values_;  // by slot
};

}  // namespace lede
