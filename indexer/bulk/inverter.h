// Turns documents around, in memory: from the terms of each document to the documents of each term.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/byte_chains.h"
#include "indexer/bulk/encoded_document.h"
#include "indexer/bulk/large_pages.h"
#include "indexer/bulk/term_lists.h"

namespace lede {

// The list of a term says of each document in turn, as uints: the distance from the one before (the
// first from 0), the within-document frequency, the length of the tag of the position table, and
// the tag. One list for all of that, so that each posting touches one place of memory.
//
// For one thread.
class Inverter {
 public:
  // Documents come in the order of their numbers.
  void add(std::uint32_t docid, const EncodedDocument& document);

  [[nodiscard]] bool empty() const { return terms_.empty(); }
  [[nodiscard]] std::size_t memory() const;

  // Whether `document` can still be added; an empty inverter takes any.
  [[nodiscard]] bool has_room_for(const EncodedDocument& document) const;

  // All terms in byte order, for lists().
  [[nodiscard]] std::vector<std::uint32_t> sorted() const;

  // All lists, in that order. The inverter and `order` must outlive it unchanged; several may be
  // read at once, each by a thread of its own.
  [[nodiscard]] std::unique_ptr<TermLists> lists(const std::vector<std::uint32_t>& order) const;

  void clear();

 private:
  class Lists;

  struct Term {
    std::uint64_t hash = 0;
    std::uint64_t name_start = 0;
    std::uint64_t collection_frequency = 0;
    ByteChains::Chain list;
    std::uint32_t documents = 0;
    std::uint32_t last_docid = 0;
    bool has_positions = false;
    std::uint16_t name_bytes = 0;
  };

  // Of the hash table.
  struct Slot {
    std::uint32_t term = 0;  // 1 + its number; 0: free
    std::uint32_t mark = 0;  // the upper half of its hash
  };

  void fetch(std::span<const EncodedPosting> postings) const;
  void add_posting(std::uint32_t docid, const EncodedPosting& posting,
                   const EncodedDocument& document);
  [[nodiscard]] Term& term_of(const EncodedPosting& posting, std::string_view name);
  [[nodiscard]] std::string_view name_of(const Term& term) const;
  [[nodiscard]] std::size_t place_of(std::uint64_t hash) const;
  void make_room(std::size_t more);

  std::vector<Term, LargePageAllocator<Term>> terms_;
  std::vector<Slot, LargePageAllocator<Slot>> table_;
  std::basic_string<char, std::char_traits<char>, LargePageAllocator<char>> names_;
  ByteChains chains_;
  std::string bytes_;  // of the posting at hand
};

}  // namespace lede
