// Listening sockets.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/listener.h"

#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <utility>

namespace lede::serve {
namespace {

namespace asio = boost::asio;
using SystemError = boost::system::error_code;

// When the system has no more descriptors, accepting again at once would fail again at once.
constexpr std::chrono::milliseconds kPause{100};

// A socket file that was left behind refuses connections; one that is in use takes them.
void remove_if_dead(const ListenAddress& address, asio::io_context& io) {
  Protocol::socket probe(io);
  SystemError error;
  probe.connect(endpoint_of(address), error);
  if (error == asio::error::connection_refused) {
    unlink(address.unix_path.c_str());
  }
}

Failure refused(const std::string& what, const SystemError& error) {
  return fail(ErrorCode::kIo, "cannot listen on " + what + ": " + error.message(),
              error == asio::error::address_in_use
                  ? "another program listens there: stop it, or give another --listen"
                  : "");
}

}  // namespace

Listener::Listener(Acceptor acceptor, const ConnectionSetup& setup)
    : acceptor_(std::move(acceptor)), timer_(acceptor_.get_executor()), setup_(setup) {}

Listener::~Listener() {
  if (!unix_path_.empty()) {
    unlink(unix_path_.c_str());
  }
}

Result<std::shared_ptr<Listener>> Listener::bind(const ListenAddress& address,
                                                 const ConnectionSetup& setup) {
  if (!address.unix_path.empty()) {
    remove_if_dead(address, setup.io);
  }
  const Protocol::endpoint endpoint = endpoint_of(address);
  const std::string where = address_text(endpoint);
  Acceptor acceptor(asio::make_strand(setup.io));
  SystemError error;
  acceptor.open(endpoint.protocol(), error);
  if (!error && address.unix_path.empty()) {
    acceptor.set_option(asio::socket_base::reuse_address(true), error);
  }
  if (!error) {
    acceptor.bind(endpoint, error);
  }
  if (!error) {
    acceptor.listen(asio::socket_base::max_listen_connections, error);
  }
  if (error) {
    return refused(where, error);
  }
  auto listener = std::make_shared<Listener>(std::move(acceptor), setup);
  listener->unix_path_ = address.unix_path;
  return listener;
}

Result<std::shared_ptr<Listener>> Listener::adopt(int descriptor, const ConnectionSetup& setup) {
  sockaddr_storage address = {};
  socklen_t size = sizeof(address);
  SystemError error;
  Acceptor acceptor(asio::make_strand(setup.io));
  if (getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    error.assign(errno, boost::system::system_category());
  } else {
    acceptor.assign(Protocol(address.ss_family, 0), descriptor, error);
  }
  if (error) {
    return refused("the socket that was handed over", error);
  }
  return std::make_shared<Listener>(std::move(acceptor), setup);
}

Protocol::endpoint Listener::endpoint() const {
  SystemError error;
  return acceptor_.local_endpoint(error);
}

std::string Listener::address() const { return address_text(endpoint()); }

void Listener::start() { accept(); }

void Listener::stop() {
  asio::post(acceptor_.get_executor(), [self = shared_from_this()] {
    SystemError ignored;
    self->acceptor_.close(ignored);
    self->timer_.cancel();
  });
}

void Listener::accept() {
  acceptor_.async_accept(asio::make_strand(setup_.io),
                         [self = shared_from_this()](SystemError error, Socket socket) {
                           if (!self->acceptor_.is_open()) {
                             return;
                           }
                           if (error) {
                             self->pause();
                             return;
                           }
                           if (self->setup_.set.size() < self->setup_.limits.connections) {
                             // Small answers go out at once; for a Unix socket there is nothing to
                             // set.
                             SystemError ignored;
                             socket.set_option(asio::ip::tcp::no_delay(true), ignored);
                             std::make_shared<Connection>(std::move(socket), self->setup_.limits,
                                                          self->setup_.service, self->setup_.set)
                                 ->start();
                           }
                           self->accept();
                         });
}

void Listener::pause() {
  timer_.expires_after(kPause);
  timer_.async_wait([self = shared_from_this()](SystemError error) {
    if (!error && self->acceptor_.is_open()) {
      self->accept();
    }
  });
}

}  // namespace lede::serve
