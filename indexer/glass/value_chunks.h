// The values in one slot, as entries of the posting table.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/glass/posting_chunks.h"

namespace lede::glass {

// Cuts the values of a slot into chunks of some 2,000 bytes and keeps their bounds. For one thread.
class ValueChunks {
 public:
  explicit ValueChunks(std::uint32_t slot) : slot_(slot) {}

  // The next document that has a value; it is not empty. Full chunks go to `sink`.
  void add(std::uint32_t docid, std::string_view value, const EntrySink& sink);

  // Gives the last chunk. The statistics come under a key of their own.
  void finish(const EntrySink& sink);
  void give_statistics(const EntrySink& sink) const;

 private:
  std::uint32_t slot_;
  std::uint64_t documents_ = 0;
  std::string lowest_;
  std::string highest_;
  std::string chunk_;
  std::uint32_t first_docid_ = 0;  // of the chunk
  std::uint32_t last_docid_ = 0;
};

}  // namespace lede::glass
