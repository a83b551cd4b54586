// Standard output and standard error: answers go to the one, everything else to the other.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "common/result.h"

namespace lede {

// kIo when it cannot be written: a full disk, a closed pipe.
[[nodiscard]] Result<void> print(std::string_view text);

// What print() may have kept back is written.
[[nodiscard]] Result<void> flush_output();

// For standard error, as it is.
void note(std::string_view text);

// "lede-searcher: message" and, below, "  hint: …".
void report(const Error& error);

}  // namespace lede
