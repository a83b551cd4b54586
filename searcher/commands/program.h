// lede-searcher without its main: from arguments to an exit code.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lede {

// Prints and returns the exit code. `version` is Lede's.
[[nodiscard]] int run_searcher(int argc, char** argv, const char* version);

}  // namespace lede
