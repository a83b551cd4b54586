// lede-searcher: answers questions from a database that lede-indexer made.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <cstdio>
#include <exception>

#include "common/exit_code.h"
#include "searcher/commands/program.h"

int main(int argc, char** argv) {
  // A reader that has seen enough ends us quietly, even when our parent ignores the signal.
  std::signal(SIGPIPE, SIG_DFL);
  try {
    return lede::run_searcher(argc, argv, LEDE_VERSION);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "lede-searcher: internal error: %s\n", error.what());
  } catch (...) {
    std::fputs("lede-searcher: internal error\n", stderr);
  }
  return lede::kExitError;
}
