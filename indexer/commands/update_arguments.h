// What `update` and `watch` can be told on the command line.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>

#include "common/result.h"
#include "indexer/commands/update_teller.h"
#include "indexer/update/update.h"

namespace lede {

struct UpdateArguments {
  UpdateOptions options;
  TellOptions tell;
  std::size_t memory_mib = 512;
  std::size_t max_file_mib = 64;
  std::string language = "auto";
  bool verify = false;
};

// Adds PATH and all options that make sense for both.
void add_update_options(CLI::App& command, UpdateArguments& arguments);

// Checks what was given and works out the rest; sets the clock.
[[nodiscard]] Result<void> settle_options(UpdateArguments& arguments);

}  // namespace lede
