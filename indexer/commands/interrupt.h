// Control-C: the first asks to finish cleanly, the second ends at once.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace lede {

// From now on SIGINT, SIGTERM and SIGHUP set the flag that is returned; a second one ends the
// process with 130. The database is then as it was after the last commit.
[[nodiscard]] const std::atomic<bool>& stop_on_signals();

}  // namespace lede
