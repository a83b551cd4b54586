// Takes single articles out of a database.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/result.h"

namespace lede {

struct RemoveReport {
  std::uint64_t removed = 0;
  std::vector<std::string> unknown;  // ids no article has
};

// In one commit. A removed article comes back only when its file changes.
[[nodiscard]] Result<RemoveReport> remove_articles(const std::string& path,
                                                   const std::vector<std::string>& ids);

}  // namespace lede
