// fork, exec, and read both pipes until they close or the time is up.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/run_program.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace lede::test {
namespace {

struct Pipe {
  int read = -1;
  int write = -1;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("cannot make a pipe");
  }
  return {ends[0], ends[1]};
}

[[noreturn]] void become(const std::vector<std::string>& arguments, const ProgramOptions& options) {
  if (!options.directory.empty() && chdir(options.directory.c_str()) != 0) {
    _exit(126);
  }
  for (const auto& [name, value] : options.environment) {
    setenv(name.c_str(), value.c_str(), 1);
  }
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (const auto& argument : arguments) {
    argv.push_back(const_cast<char*>(argument.c_str()));
  }
  argv.push_back(nullptr);
  execv(argv[0], argv.data());
  _exit(127);
}

// Appends what can be read; closes and forgets the descriptor at its end.
void drain(int& descriptor, std::string& into) {
  std::array<char, 65536> buffer{};
  const ssize_t count = read(descriptor, buffer.data(), buffer.size());
  if (count > 0) {
    into.append(buffer.data(), static_cast<std::size_t>(count));
  } else {
    close(descriptor);
    descriptor = -1;
  }
}

void feed(int& descriptor, std::string_view& input) {
  const ssize_t count = input.empty() ? 0 : write(descriptor, input.data(), input.size());
  if (count > 0) {
    input.remove_prefix(static_cast<std::size_t>(count));
  }
  if (count < 0 || input.empty()) {
    close(descriptor);
    descriptor = -1;
  }
}

}  // namespace

ProgramResult run_program(const std::vector<std::string>& arguments,
                          const ProgramOptions& options) {
  signal(SIGPIPE, SIG_IGN);  // a program that does not read its input must not kill the test
  Pipe in = make_pipe();
  Pipe out = make_pipe();
  Pipe err = make_pipe();
  const pid_t child = fork();
  if (child < 0) {
    throw std::runtime_error("cannot fork");
  }
  if (child == 0) {
    signal(SIGPIPE, SIG_DFL);
    dup2(in.read, STDIN_FILENO);
    dup2(out.write, STDOUT_FILENO);
    dup2(err.write, STDERR_FILENO);
    become(arguments, options);
  }
  close(in.read);
  close(out.write);
  close(err.write);

  ProgramResult result;
  std::string_view input = options.input;
  feed(in.write, input);
  const auto deadline =
      std::chrono::steady_clock::now() + std::chrono::seconds(options.timeout_seconds);
  while (out.read >= 0 || err.read >= 0) {
    std::array<pollfd, 3> waits{pollfd{out.read, POLLIN, 0}, pollfd{err.read, POLLIN, 0},
                                pollfd{in.write, POLLOUT, 0}};
    if (poll(waits.data(), waits.size(), 200) > 0) {
      if (waits[0].revents != 0) {
        drain(out.read, result.out);
      }
      if (waits[1].revents != 0) {
        drain(err.read, result.err);
      }
      if (waits[2].revents != 0) {
        feed(in.write, input);
      }
    }
    if (std::chrono::steady_clock::now() > deadline) {
      kill(child, SIGKILL);
      break;
    }
  }
  for (const int left : {in.write, out.read, err.read}) {
    if (left >= 0) {
      close(left);
    }
  }
  int status = 0;
  waitpid(child, &status, 0);
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

}  // namespace lede::test
