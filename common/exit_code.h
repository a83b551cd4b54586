// What both programs tell the shell. One table; docs/cli.md is the user's copy.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"

namespace lede {

enum ExitCode : int {
  kExitOk = 0,         // searcher: there are hits. indexer: everything went in
  kExitNothing = 1,    // searcher: no hits. indexer: finished, but some files failed
  kExitError = 2,      // usage, or an error of no other kind
  kExitDatabase = 3,   // database missing, corrupt or foreign
  kExitTryAgain = 75,  // locked, or changing too fast to read (EX_TEMPFAIL)
  kExitInterrupted = 130,
};

// The exit code of a program that ends because of `code`.
[[nodiscard]] int exit_code(ErrorCode code);

}  // namespace lede
