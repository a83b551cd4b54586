// Starting, running and ending the server.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <memory>
#include <thread>

#include "searcher/serve/activation.h"
#include "searcher/serve/listener.h"

namespace lede::serve {
namespace {

namespace asio = boost::asio;
using SystemError = boost::system::error_code;

constexpr std::string_view kUsualAddress = "127.0.0.1:7700";
constexpr unsigned kIoThreads = 2;
constexpr std::chrono::seconds kLookInterval{1};
// Descriptors for all but connections: databases, sockets, logs.
constexpr rlim_t kOwnDescriptors = 128;

// As many connections as the system lets us have; how many that is.
std::size_t allowed_connections(std::size_t wanted) {
  rlimit limit = {};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) {
    return wanted;
  }
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  getrlimit(RLIMIT_NOFILE, &limit);
  const rlim_t left =
      limit.rlim_cur > 2 * kOwnDescriptors ? limit.rlim_cur - kOwnDescriptors : limit.rlim_cur / 2;
  return static_cast<std::size_t>(std::min<rlim_t>(wanted, left));
}

std::size_t thread_count(std::size_t wanted) {
  return wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

class Server {
 public:
  explicit Server(const ServerOptions& options)
      : options_(options),
        limits_(options.connections),
        state_(options.databases),
        io_(static_cast<int>(kIoThreads)),
        pool_(state_, thread_count(options.search_threads), options.longest_queue),
        service_(options.service, state_, pool_),
        control_(asio::make_strand(io_)),
        signals_(control_, SIGTERM, SIGINT, SIGHUP),
        look_timer_(control_),
        drain_timer_(control_) {
    limits_.connections = allowed_connections(limits_.connections);
    service_.set_connection_count([this] { return connections_.size(); });
  }

  Result<void> start() { return service_.start(); }
  Result<void> listen();
  void run();

 private:
  Result<void> add(Result<std::shared_ptr<Listener>> listener);
  void mind_signals();
  void look_around();
  void drain();
  void wait_until_drained();

  const ServerOptions& options_;
  ConnectionLimits limits_;
  ConnectionSet connections_;
  IndexState state_;
  // Connections refer to what is above and are owned by what waits in io_.
  asio::io_context io_;
  SearchPool pool_;
  Service service_;
  Strand control_;  // of all below: one thread at a time starts, stops and looks around
  std::vector<std::shared_ptr<Listener>> listeners_;
  asio::signal_set signals_;
  asio::steady_timer look_timer_;
  asio::steady_timer drain_timer_;
  std::chrono::steady_clock::time_point drain_end_;
  std::string told_failure_;
  bool draining_ = false;
};

Result<void> Server::listen() {
  const ConnectionSetup setup{io_, limits_, service_, connections_};
  std::vector<std::string> addresses = options_.listen;
  const std::vector<int> handed_over = activated_sockets();
  if (addresses.empty() && handed_over.empty()) {
    addresses.emplace_back(kUsualAddress);
  }
  for (const int descriptor : handed_over) {
    if (auto added = add(Listener::adopt(descriptor, setup)); !added) {
      return added;
    }
  }
  for (const std::string& text : addresses) {
    const auto address = parse_listen_address(text);
    if (!address) {
      return lede::fail(address.error());
    }
    if (auto added = add(Listener::bind(*address, setup)); !added) {
      return added;
    }
  }
  return {};
}

Result<void> Server::add(Result<std::shared_ptr<Listener>> listener) {
  if (!listener) {
    return lede::fail(std::move(listener).error());
  }
  const bool keyed = !options_.service.gate.key_file.empty();
  if (is_public((*listener)->endpoint()) && !keyed && !options_.allow_public) {
    return lede::fail(ErrorCode::kUsage,
                      (*listener)->address() + " can be reached from other machines",
                      "ask for keys by --api-key-file, or let anybody search by --public");
  }
  listeners_.push_back(*std::move(listener));
  return {};
}

void Server::run() {
  for (const auto& listener : listeners_) {
    listener->start();
    options_.tell("listening on " + listener->address());
  }
  mind_signals();
  look_around();
  std::vector<std::thread> helpers;
  for (unsigned i = 1; i < kIoThreads; ++i) {
    helpers.emplace_back([this] { io_.run(); });
  }
  io_.run();
  for (std::thread& helper : helpers) {
    helper.join();
  }
  pool_.stop();  // what it still runs uses all that is here
}

void Server::mind_signals() {
  signals_.async_wait([this](SystemError error, int signal) {
    if (error) {
      return;
    }
    if (signal == SIGHUP) {
      const auto reloaded = service_.reload();
      options_.tell(reloaded ? "reloaded" : "not reloaded: " + reloaded.error().message);
    } else if (draining_) {
      io_.stop();
      return;
    } else {
      drain();
    }
    mind_signals();
  });
}

void Server::look_around() {
  service_.look_around();
  if (const std::string failure = state_.failure(); failure != told_failure_) {
    options_.tell(failure.empty() ? "the database is opened again"
                                  : "searching the old database: " + failure);
    told_failure_ = failure;
  }
  look_timer_.expires_after(kLookInterval);
  look_timer_.async_wait([this](SystemError error) {
    if (!error) {
      look_around();
    }
  });
}

void Server::drain() {
  draining_ = true;
  options_.tell("stopping: no new connections");
  service_.begin_draining();
  for (const auto& listener : listeners_) {
    listener->stop();
  }
  listeners_.clear();
  look_timer_.cancel();
  connections_.drain();
  drain_end_ = std::chrono::steady_clock::now() + options_.drain;
  wait_until_drained();
}

void Server::wait_until_drained() {
  constexpr std::chrono::milliseconds kInterval{20};
  if (connections_.size() == 0 || std::chrono::steady_clock::now() >= drain_end_) {
    io_.stop();
    return;
  }
  drain_timer_.expires_after(kInterval);
  drain_timer_.async_wait([this](SystemError /*error*/) { wait_until_drained(); });
}

}  // namespace

Result<void> serve(const ServerOptions& options) {
  // A database that cannot be searched is told at once, and not by the first answer.
  if (auto opened = Searcher::open(options.databases); !opened) {
    return lede::fail(std::move(opened).error());
  }
  Server server(options);
  if (auto started = server.start(); !started) {
    return started;
  }
  if (auto listening = server.listen(); !listening) {
    return listening;
  }
  server.run();
  return {};
}

}  // namespace lede::serve
