// Reading messages, and ending well.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/stdio_server.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "searcher/api/index_state.h"
#include "searcher/api/search_pool.h"
#include "searcher/mcp/line_splitter.h"
#include "searcher/mcp/session.h"

namespace lede::mcp {
namespace {

constexpr std::size_t kReadBytes = 65'536;
constexpr int kForEver = -1;
constexpr int kIdleInterval = 5;  // milliseconds

Failure system_failure(const std::string& what) {
  return fail(ErrorCode::kIo, what + ": " + std::system_category().message(errno));
}

// SIGTERM and SIGINT as something to read, for as long as it lives. To be made before threads are:
// they must not get the signals.
class StopSignals {
 public:
  StopSignals() {
    sigset_t stops;
    sigemptyset(&stops);
    sigaddset(&stops, SIGTERM);
    sigaddset(&stops, SIGINT);
    pthread_sigmask(SIG_BLOCK, &stops, &before_);
    descriptor_ = signalfd(-1, &stops, SFD_CLOEXEC);
  }
  ~StopSignals() {
    close(descriptor_);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }

  // Takes one that came: it would end us later.
  void take() const {
    signalfd_siginfo signal = {};
    static_cast<void>(::read(descriptor_, &signal, sizeof signal));
  }

 private:
  sigset_t before_ = {};
  int descriptor_ = -1;
};

// Standard output. After an error nothing more is written.
class Output {
 public:
  void write_line(std::string_view line) {
    std::string bytes(line);
    bytes += '\n';
    std::string_view rest = bytes;
    while (!rest.empty() && error_ == 0) {
      const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
      if (written >= 0) {
        rest.remove_prefix(static_cast<std::size_t>(written));
      } else if (errno != EINTR) {
        error_ = errno;
      }
    }
  }

  [[nodiscard]] int error() const { return error_; }

 private:
  std::atomic<int> error_ = 0;
};

class StdioServer {
 public:
  explicit StdioServer(const StdioOptions& options)
      : state_(options.databases),
        pool_(state_, options.search_threads, options.longest_queue),
        session_(options.limits, pool_,
                 [this](std::string_view line) { output_.write_line(line); }),
        lines_(options.longest_line,
               [this, longest = options.longest_line](std::string_view line, bool too_long) {
                 if (too_long) {
                   session_.refuse_long_line(longest);
                 } else {
                   session_.receive(line);
                 }
               }) {}

  Result<void> run() {
    Result<void> done = read_all();
    pool_.stop();  // what it still runs uses all that is here
    if (done && output_.error() != 0) {
      errno = output_.error();
      return system_failure("cannot write to standard output");
    }
    return done;
  }

 private:
  enum class Event { kInput, kStop, kNothing };

  // What comes first, within `timeout` milliseconds.
  [[nodiscard]] Event wait(bool input, int timeout) const {
    std::array<pollfd, 2> sources = {pollfd{signals_.descriptor(), POLLIN, 0},
                                     pollfd{STDIN_FILENO, POLLIN, 0}};
    poll(sources.data(), input ? 2 : 1, timeout);
    if (sources[0].revents != 0) {
      signals_.take();
      return Event::kStop;
    }
    return sources[1].revents != 0 ? Event::kInput : Event::kNothing;
  }

  Result<void> read_all() {
    std::array<char, kReadBytes> bytes = {};
    while (output_.error() == 0) {
      const Event event = wait(true, kForEver);
      if (event == Event::kStop) {
        return {};
      }
      if (event == Event::kNothing) {
        continue;
      }
      const ssize_t count = read(STDIN_FILENO, bytes.data(), bytes.size());
      if (count > 0) {
        lines_.add({bytes.data(), static_cast<std::size_t>(count)});
      } else if (count == 0) {
        lines_.end();
        answer_the_rest();
        return {};
      } else if (errno != EINTR && errno != EAGAIN) {
        return system_failure("cannot read standard input");
      }
    }
    return {};
  }

  void answer_the_rest() {
    while (!session_.idle() && output_.error() == 0 && wait(false, kIdleInterval) != Event::kStop) {
    }
  }

  StopSignals signals_;
  Output output_;
  serve::IndexState state_;
  serve::SearchPool pool_;
  Session session_;
  LineSplitter lines_;
};

}  // namespace

Result<void> serve_stdio(const StdioOptions& options) {
  // A database that cannot be searched is told at once, and not by the first answer.
  if (auto opened = Searcher::open(options.databases); !opened) {
    return fail(std::move(opened).error());
  }
  StdioServer server(options);
  return server.run();
}

}  // namespace lede::mcp
