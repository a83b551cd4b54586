// Takes new connections from one socket.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <string>

#include "common/result.h"
#include "searcher/serve/connection.h"
#include "searcher/serve/listen_address.h"

namespace lede::serve {

// What every connection of a server is given.
struct ConnectionSetup {
  boost::asio::io_context& io;
  const ConnectionLimits& limits;
  Service& service;
  ConnectionSet& set;
};

// Lives as long as it accepts. All but the factories runs on its strand.
class Listener : public std::enable_shared_from_this<Listener> {
 public:
  // A new socket; kIo when the system refuses. A Unix socket that nobody listens on is replaced.
  static Result<std::shared_ptr<Listener>> bind(const ListenAddress& address,
                                                const ConnectionSetup& setup);
  // A socket that listens already, handed over by systemd.
  static Result<std::shared_ptr<Listener>> adopt(int descriptor, const ConnectionSetup& setup);

  Listener(Acceptor acceptor, const ConnectionSetup& setup);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  void start();
  void stop();  // thread-safe

  [[nodiscard]] Protocol::endpoint endpoint() const;

  // Where it listens, as address_text() writes it.
  [[nodiscard]] std::string address() const;

 private:
  void accept();
  void pause();

  Acceptor acceptor_;  // its executor is the strand
  boost::asio::steady_timer timer_;
  ConnectionSetup setup_;
  std::string unix_path_;  // to be removed at the end
};

}  // namespace lede::serve
