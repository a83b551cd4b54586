// One client's connection: requests in, responses out, one after the other, each step within its
// time.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/string_body.hpp>
#include <memory>
#include <optional>
#include <string>

#include "searcher/serve/connection_limits.h"
#include "searcher/serve/connection_set.h"
#include "searcher/serve/service.h"
#include "searcher/serve/sockets.h"

namespace lede::serve {

// Lives as long as something is under way on it.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Socket socket, const ConnectionLimits& limits, Service& service, ConnectionSet& set);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void start();

  // No further request: ends now, or after the response that is under way. Thread-safe.
  void drain();

 private:
  using Error = boost::beast::error_code;
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
  using Message = boost::beast::http::response<boost::beast::http::span_body<const char>>;

  void wait_for_request();
  void read_header();
  void on_header(Error error);
  void read_body();
  void on_request(Error error);
  void on_broken(Error error);
  void on_response(Response response);
  void write();
  void on_written(Error error);
  void linger();
  void close();

  Stream stream_;
  const std::string client_;  // its address
  const ConnectionLimits& limits_;
  Service& service_;
  ConnectionSet& set_;
  std::optional<ConnectionSet::Place> place_;
  boost::beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  Response response_;  // its body must outlive the writing
  std::optional<Message> message_;
  bool head_ = false;        // the request wants no body
  bool keep_alive_ = false;  // after this response
  bool idle_ = false;        // waiting for a first byte
  bool draining_ = false;
  std::size_t discarded_ = 0;  // bytes read after the last response
};

}  // namespace lede::serve
