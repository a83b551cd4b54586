// Runs lede-pdf-text on the bytes of a PDF, within limits, and takes its answer.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/pdf/program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

namespace lede {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// As lede-pdf-text ends.
constexpr int kNoPdf = 3;
constexpr int kLocked = 4;

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return value_; }
  void close() {
    if (value_ >= 0) {
      ::close(std::exchange(value_, -1));
    }
  }

 private:
  int value_;
};

// Beside this program, where an installation has it, or where the environment says.
std::string find_program() {
  constexpr const char* kName = "lede-pdf-text";
  if (const char* told = std::getenv("LEDE_PDF_TEXT"); told != nullptr) {  // NOLINT: only read
    return told;
  }
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& path : {folder / kName, folder / ".." / "libexec" / "lede" / kName}) {
    if (::access(path.c_str(), X_OK) == 0) {
      return path.string();
    }
  }
  return {};
}

Failure system_failure(const std::string& what) {
  return fail(ErrorCode::kIo, what + ": " + std::generic_category().message(errno));
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(file, bytes.data(), bytes.size());
    if (wrote < 0 && errno != EINTR) {
      return false;
    }
    bytes.remove_prefix(wrote < 0 ? 0U : static_cast<std::size_t>(wrote));
  }
  return ::lseek(file, 0, SEEK_SET) == 0;
}

// A child that is killed and waited for, whatever happens.
class Child {
 public:
  Child() = default;
  ~Child() {
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      wait();
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // In a process group of its own: an interrupt from the keyboard is for the indexer to handle.
  [[nodiscard]] int start(const std::vector<std::string>& arguments, int input, int output) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    std::vector<char*> argv;
    argv.reserve(arguments.size() + 1);
    for (const std::string& argument : arguments) {
      argv.push_back(const_cast<char*>(argument.c_str()));
    }
    argv.push_back(nullptr);
    const int error = posix_spawn(&pid_, argv[0], &actions, &attributes, argv.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    pid_ = error == 0 ? pid_ : -1;
    return error;
  }

  int wait() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return status;
  }

 private:
  pid_t pid_ = -1;
};

Failure out_of_time(const PdfLimits& limits) {
  return fail(ErrorCode::kTooLarge,
              "refused: its text took more than " + std::to_string(limits.time.count()) + " s");
}

// All that comes until the pipe is closed at the other end.
Result<std::string> read_answer(int pipe, const PdfLimits& limits) {
  const auto deadline = Clock::now() + limits.time;
  std::string answer;
  std::array<char, 65536> block{};
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) {
      return out_of_time(limits);
    }
    pollfd wait{pipe, POLLIN, 0};
    const int ready = ::poll(&wait, 1, static_cast<int>(left));
    if (ready == 0 || (ready < 0 && errno == EINTR)) {
      continue;
    }
    const ssize_t got = ready < 0 ? -1 : ::read(pipe, block.data(), block.size());
    if (got < 0 && errno != EINTR) {
      return system_failure("reading the text of a PDF");
    }
    if (got == 0) {
      return answer;
    }
    answer.append(block.data(), got < 0 ? 0U : static_cast<std::size_t>(got));
    if (answer.size() > limits.max_answer) {
      return fail(
          ErrorCode::kTooLarge,
          "refused: its text is over the limit of " + std::to_string(limits.max_answer) + " bytes",
          "raise the limit with --max-file-size MiB");
    }
  }
}

Result<void> judge(int status, const PdfLimits& limits) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
    return {};
  }
  if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL)) {
    return out_of_time(limits);
  }
  if (WIFSIGNALED(status)) {
    return fail(ErrorCode::kUnreadable,
                "refused: reading it ended with signal " + std::to_string(WTERMSIG(status)) +
                    ", as when it needs more than " + std::to_string(limits.memory >> 20U) +
                    " MiB of memory");
  }
  switch (WEXITSTATUS(status)) {
    case kNoPdf:
      return fail(ErrorCode::kUnreadable, "no PDF, or a damaged one");
    case kLocked:
      return fail(ErrorCode::kUnreadable, "locked with a password");
    default:
      return fail(ErrorCode::kUnreadable, "its text could not be read (exit code " +
                                              std::to_string(WEXITSTATUS(status)) + ")");
  }
}

Result<PdfText> parse_answer(const std::string& answer) {
  PdfText text;
  std::string_view rest = answer;
  for (bool first = true; !rest.empty(); first = false) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const auto line = nlohmann::json::parse(rest.substr(0, end), nullptr, false);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (first && line.is_object()) {
      text.title = line.value("title", "");
      text.author = line.value("author", "");
      if (line.contains("created")) {
        text.created = line.at("created").get<std::int64_t>();
      }
    } else if (!first && line.is_string()) {
      text.pages.push_back(line.get<std::string>());
    } else {
      return fail(ErrorCode::kUnreadable, "its text could not be read");
    }
  }
  return text;
}

}  // namespace

Result<PdfText> run_pdf_program(std::string_view bytes, const PdfLimits& limits) {
  const std::string program = find_program();
  if (program.empty()) {
    return fail(ErrorCode::kIo, "PDF cannot be read: lede-pdf-text is not beside lede-indexer",
                "install it there, or name it in LEDE_PDF_TEXT");
  }
  Descriptor input(::memfd_create("pdf", MFD_CLOEXEC));
  if (input.get() < 0 || !write_all(input.get(), bytes)) {
    return system_failure("reading the text of a PDF");
  }
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return system_failure("reading the text of a PDF");
  }
  Descriptor answer_end(ends[0]);
  Descriptor child_end(ends[1]);
  Child child;
  if (const int error =
          child.start({program, std::to_string(limits.time.count()), std::to_string(limits.memory)},
                      input.get(), child_end.get());
      error != 0) {
    return fail(ErrorCode::kIo, program + ": " + std::generic_category().message(error));
  }
  child_end.close();
  const auto answer = read_answer(answer_end.get(), limits);
  if (!answer) {
    return fail(answer.error());
  }
  if (auto judged = judge(child.wait(), limits); !judged) {
    return fail(std::move(judged).error());
  }
  return parse_answer(*answer);
}

}  // namespace lede
