// Making files and their names durable.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace lede::glass {

// Both throw Xapian::DatabaseError.
void sync_file(const std::string& path);
void sync_folder(const std::string& path);

}  // namespace lede::glass
