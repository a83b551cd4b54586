// One of our binaries while it runs: to be sent signals.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/started_program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace lede::test {

StartedProgram::StartedProgram(const std::vector<std::string>& arguments,
                               const std::filesystem::path& err)
    : child_(fork()) {
  if (child_ < 0) {
    throw std::runtime_error("cannot fork");
  }
  if (child_ > 0) {
    return;
  }
  const int nothing = open("/dev/null", O_RDWR);
  const int told = open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(nothing, STDIN_FILENO);
  dup2(nothing, STDOUT_FILENO);
  dup2(told, STDERR_FILENO);
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (const auto& argument : arguments) {
    argv.push_back(const_cast<char*>(argument.c_str()));
  }
  argv.push_back(nullptr);
  execv(argv[0], argv.data());
  _exit(127);
}

StartedProgram::~StartedProgram() {
  if (child_ > 0) {
    send(SIGKILL);
    wait();
  }
}

void StartedProgram::send(int signal) const { kill(child_, signal); }

int StartedProgram::wait() {
  int status = 0;
  waitpid(child_, &status, 0);
  child_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace lede::test
