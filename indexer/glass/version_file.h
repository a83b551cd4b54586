// The file that makes a folder of tables a database.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "indexer/glass/table_writer.h"

namespace lede::glass {

struct Statistics {
  std::uint32_t documents = 0;
  std::uint32_t last_docid = 0;
  std::uint64_t total_length = 0;
  std::uint32_t shortest_length = 0;  // of documents that are not empty; 0 when all are
  std::uint32_t longest_length = 0;
  std::uint32_t highest_wdf = 0;

  // One more document of that length.
  void count(std::uint32_t docid, std::uint32_t length);
};

struct Roots {
  TableRoot postings;
  TableRoot data;
  TableRoot terms;
  TableRoot positions;
};

// The content of `iamglass`, for tables as they were first written. `uuid` has 16 bytes.
[[nodiscard]] std::string version_file(const Statistics& statistics, const Roots& roots,
                                       std::string_view uuid);

// Whether the Xapian library in use reads and updates what is written here: 1.4, format 2016-03-14.
[[nodiscard]] bool is_proved_with_this_xapian();

}  // namespace lede::glass
