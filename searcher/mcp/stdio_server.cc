// Reading messages, and ending well.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/stdio_server.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
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
    descriptor_ = signalfd(-1, &stops, SFD_CLOEXEC | SFD_NONBLOCK);
  }
  // One that came and was not taken would end us now, and not as we want to end.
  ~StopSignals() {
    signalfd_siginfo signal = {};
    while (read(descriptor_, &signal, sizeof signal) > 0) {
    }
    close(descriptor_);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  // What is ready within `timeout` milliseconds: a signal, which goes before the other, or
  // `descriptor` for `events`; -1 is none.
  enum class Ready { kStop, kOther, kNothing };
  [[nodiscard]] Ready wait(int descriptor, short events, int timeout) const {
    std::array<pollfd, 2> sources = {pollfd{descriptor_, POLLIN, 0}, pollfd{descriptor, events, 0}};
    poll(sources.data(), sources.size(), timeout);
    return sources[0].revents != 0   ? Ready::kStop
           : sources[1].revents != 0 ? Ready::kOther
                                     : Ready::kNothing;
  }

 private:
  sigset_t before_ = {};
  int descriptor_ = -1;
};

using Ready = StopSignals::Ready;

// Standard output. After an error, or when it is time to stop, nothing more is written.
class Output {
 public:
  explicit Output(const StopSignals& signals) : signals_(signals) {}

  void write_line(std::string_view line) {
    std::string bytes(line);
    bytes += '\n';
    std::string_view rest = bytes;
    while (!rest.empty() && is_open()) {
      // A client that does not read must not keep us from ending; so much never waits.
      const Ready ready = signals_.wait(STDOUT_FILENO, POLLOUT, kForEver);
      if (ready == Ready::kStop) {
        open_ = false;
      } else if (ready == Ready::kOther) {
        rest.remove_prefix(write_some(rest.substr(0, PIPE_BUF)));
      }
    }
  }

  [[nodiscard]] bool is_open() const { return open_; }
  [[nodiscard]] int error() const { return error_; }

 private:
  std::size_t write_some(std::string_view bytes) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written >= 0) {
      return static_cast<std::size_t>(written);
    }
    if (errno != EINTR && errno != EAGAIN) {
      error_ = errno;
      open_ = false;
    }
    return 0;
  }

  const StopSignals& signals_;
  std::atomic<int> error_ = 0;
  std::atomic<bool> open_ = true;
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
  Result<void> read_all() {
    std::array<char, kReadBytes> bytes = {};
    while (output_.is_open()) {
      const Ready ready = signals_.wait(STDIN_FILENO, POLLIN, kForEver);
      if (ready == Ready::kStop) {
        return {};
      }
      if (ready == Ready::kNothing) {
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
    while (!session_.idle() && output_.is_open() &&
           signals_.wait(-1, 0, kIdleInterval) != Ready::kStop) {
    }
  }

  StopSignals signals_;
  Output output_{signals_};
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
