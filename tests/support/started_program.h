// One of our binaries while it runs: to be sent signals.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace lede::test {

class StartedProgram {
 public:
  // Starts it without input or standard output; its standard error goes to `err`.
  StartedProgram(const std::vector<std::string>& arguments, const std::filesystem::path& err);
  ~StartedProgram();  // kills it if it still runs
  StartedProgram(const StartedProgram&) = delete;
  StartedProgram& operator=(const StartedProgram&) = delete;

  void send(int signal) const;

  // Its exit code, or 128 + the signal that ended it.
  int wait();

 private:
  pid_t child_ = -1;
};

}  // namespace lede::test
