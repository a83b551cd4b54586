// How an update tells how far it is: text only, printed by the command.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "indexer/update/update.h"

namespace lede {

// "9876" → "9,876".
[[nodiscard]] std::string with_thousands(std::uint64_t number);

// "3.1 s", "2 min 5 s", "1 h 2 min".
[[nodiscard]] std::string duration(double seconds);

// "512 bytes", "12.3 MiB".
[[nodiscard]] std::string byte_size(std::uint64_t bytes);

// Seconds left, from what was done so far; negative when that cannot be told yet.
[[nodiscard]] double seconds_left(const UpdateProgress& progress, double seconds);

// One line of at most `width` columns: bar, percent by bytes, rates, time left. No control codes.
[[nodiscard]] std::string progress_line(const UpdateProgress& progress, double seconds,
                                        std::size_t width);

// The same as one JSON object, for programs.
[[nodiscard]] std::string progress_json(const UpdateProgress& progress, double seconds);

// "added 120, updated 3, removed 1, unchanged 9,876, failed 2 …": what was done, how fast, and how
// large the index is.
[[nodiscard]] std::string summary_line(const UpdateResult& result, double seconds, bool dry_run);

}  // namespace lede
