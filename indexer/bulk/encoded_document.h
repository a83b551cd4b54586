// A document in the pieces that the tables take, as far as they do not depend on its number.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/deflate.h"
#include "indexer/index_document.h"

namespace lede {

struct EncodedPosting {
  std::uint64_t hash = 0;  // of the term
  std::uint32_t name_start = 0;
  std::uint32_t positions_start = 0;
  std::uint32_t positions_bytes = 0;  // 0: none
  std::uint32_t wdf = 0;
  std::uint16_t name_bytes = 0;
};

// Most of the work of writing a document in bulk is done when this is made, on any thread.
struct EncodedDocument {
  std::vector<EncodedPosting> postings;  // in byte order of their terms
  std::string names;
  std::string positions;  // tags of the position table
  std::string termlist;   // tag of the termlist table; empty without terms
  bool termlist_is_compressed = false;
  std::uint32_t length = 0;  // sum of the within-document frequencies
  std::vector<IndexValue> values;
  std::string data;

  [[nodiscard]] std::string_view name_of(const EncodedPosting& posting) const {
    return std::string_view(names).substr(posting.name_start, posting.name_bytes);
  }
  [[nodiscard]] std::string_view positions_of(const EncodedPosting& posting) const {
    return std::string_view(positions).substr(posting.positions_start, posting.positions_bytes);
  }
};

// For one thread.
class DocumentEncoder {
 public:
  [[nodiscard]] EncodedDocument encode(IndexDocument&& document);

 private:
  // What can be gained is in the frequencies of bytes: slower levels look for repeats and find
  // none.
  static constexpr int kLevel = 1;

  glass::Deflater deflater_{kLevel};
  std::string compressed_;
};

}  // namespace lede
