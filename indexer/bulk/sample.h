// A few of the documents that went into a database, to compare with what is read out of it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/bulk/encoded_document.h"

namespace lede {

// Spread evenly over all documents, however many there are.
class DocumentSample {
 public:
  // Documents come in the order of their numbers; some are kept.
  void offer(std::uint32_t docid, const EncodedDocument& document);

  // Reads each kept document out of `database`: its data, values, length, and for every term its
  // posting and positions, looked up both ways. Throws Xapian::DatabaseCorruptError at the first
  // difference, and what Xapian throws.
  void compare(const Xapian::Database& database) const;

  [[nodiscard]] std::size_t size() const { return kept_.size(); }

 private:
  struct Kept {
    std::uint32_t docid = 0;
    std::uint64_t data_hash = 0;
    std::uint32_t length = 0;
    std::uint64_t terms_hash = 0;  // of names, frequencies and position tags
    std::vector<IndexValue> values;
  };

  std::vector<Kept> kept_;
  std::uint64_t offered_ = 0;
  std::uint64_t stride_ = 1;
};

}  // namespace lede
