// Makes a database as small as it can be, without ever being without one.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "common/result.h"

namespace lede {

struct CompactReport {
  std::uint64_t bytes_before = 0;
  std::uint64_t bytes_after = 0;
};

// Writes a compact copy beside the database, makes it durable, and exchanges the two folders in one
// step: at any moment the whole old or the whole new one is there. Readers go on with the one they
// opened. Errors: kDatabaseMissing, kDatabaseForeign, kLocked, kIo (also where the file system
// cannot exchange folders); the database is then as it was.
[[nodiscard]] Result<CompactReport> compact_database(const std::string& path);

}  // namespace lede
