// Which of two writers an update uses: the one place that decides.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "common/result.h"

namespace lede {

enum class WriterRequest : std::uint8_t { kAuto, kBulk, kApi };

enum class Writer : std::uint8_t {
  kApi,   // Xapian's own: for few changes
  kBulk,  // a new database beside the old one: for many
};

struct WriterChoice {
  Writer writer = Writer::kApi;
  std::string why;  // in words
};

// What there is to do.
struct WorkAhead {
  std::string database;             // canonical path
  std::uint64_t bytes_to_read = 0;  // of files
  std::uint64_t text_bytes = 0;     // of the articles in the database
  std::uint64_t articles = 0;       // likewise
};

// kIo when `bulk` is asked for and cannot be: another Xapian, a file system that cannot exchange
// folders, too little space.
[[nodiscard]] Result<WriterChoice> choose_writer(WriterRequest request, const WorkAhead& work);

// "bulk" or "api".
[[nodiscard]] std::string_view name_of(Writer writer);

}  // namespace lede
