// How much memory this process holds, and giving back what it no longer uses.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace lede {

// Resident memory in bytes; 0 where the system does not tell.
[[nodiscard]] std::size_t resident_bytes();

// Gives freed memory back to the system.
void release_memory();

}  // namespace lede
