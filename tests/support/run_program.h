// Runs one of our binaries as a shell would, without one.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace lede::test {

struct ProgramResult {
  int exit_code = -1;  // 128 + signal when killed
  std::string out;
  std::string err;
};

struct ProgramOptions {
  std::filesystem::path directory;                               // where it runs; empty: here
  std::string input;                                             // its standard input
  std::vector<std::pair<std::string, std::string>> environment;  // added to ours
  int timeout_seconds = 120;  // then it is killed, and exit_code is 128 + SIGKILL
};

// `arguments[0]` is the program's path.
[[nodiscard]] ProgramResult run_program(const std::vector<std::string>& arguments,
                                        const ProgramOptions& options = {});

}  // namespace lede::test
