// Opening a database to read: what exists, is ours and is whole, or an error that says which not.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <span>
#include <string>

#include "common/result.h"

namespace lede {

// The databases at `paths` (folders or Xapian stub files) opened as one; each is checked with
// check_schema. Errors: kDatabaseMissing, kDatabaseCorrupt, kDatabaseForeign, with the path.
[[nodiscard]] Result<Xapian::Database> open_databases(std::span<const std::string> paths);

// A text that differs after every commit of any of the databases opened as one.
[[nodiscard]] std::string revision_of(const Xapian::Database& database);

}  // namespace lede
