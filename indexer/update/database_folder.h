// The folder a database lives in: whether it may become one, and making its names durable.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "common/result.h"

namespace lede {

enum class FolderHolds : std::uint8_t {
  kNothing,   // no such folder, an empty one, or what a first run left that was killed at once
  kDatabase,  // a Xapian database, ours or not
};

// What is at `path`. kDatabaseForeign when that is other files; kIo when it cannot be told.
[[nodiscard]] Result<FolderHolds> folder_holds(const std::string& path);

// Makes sure that a database can be made or opened at `path`: makes the folder if need be.
[[nodiscard]] Result<void> prepare_folder(const std::string& path);

// Makes the names in `folder` durable. Xapian 1.4.22 renames its version file without doing so:
// after a power cut a third of the databases could not be opened. Throws Xapian::DatabaseError.
void sync_folder(const std::string& folder);

// Makes the contents of the files in `folder`, and their names, durable. Throws likewise.
void sync_files(const std::string& folder);

// Bytes of all files in `folder`.
[[nodiscard]] std::uint64_t folder_bytes(const std::string& folder);

}  // namespace lede
