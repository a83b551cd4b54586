// The steps of a connection: wait, read header, read body, answer, write, again.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/connection.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <string_view>
#include <utility>

#include "searcher/serve/http_message.h"
#include "searcher/serve/listen_address.h"

namespace lede::serve {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

constexpr std::size_t kFirstBytes = 4096;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

// After an answer to a request that was not read whole, what still comes is thrown away for a
// moment: to close at once would reset the connection, and the client might never see the answer.
constexpr std::size_t kMostDiscarded = std::size_t{1} << 20U;
constexpr std::chrono::seconds kLinger{2};

std::string client_of(const Socket& socket) {
  beast::error_code error;
  const Protocol::endpoint endpoint = socket.remote_endpoint(error);
  return error ? "" : host_text(endpoint);
}

}  // namespace

Connection::Connection(Socket socket, const ConnectionLimits& limits, Service& service,
                       ConnectionSet& set)
    : stream_(std::move(socket)),
      client_(client_of(stream_.socket())),
      limits_(limits),
      service_(service),
      set_(set) {}

Connection::~Connection() {
  if (place_) {
    set_.remove(*place_);
  }
}

void Connection::start() {
  place_ = set_.add(shared_from_this());
  asio::dispatch(stream_.get_executor(), [self = shared_from_this()] { self->wait_for_request(); });
}

void Connection::drain() {
  asio::post(stream_.get_executor(), [self = shared_from_this()] {
    self->draining_ = true;
    if (self->idle_) {
      self->close();
    }
  });
}

void Connection::wait_for_request() {
  if (draining_ || set_.draining()) {
    close();
    return;
  }
  if (buffer_.size() > 0) {  // sent together with the request before
    read_header();
    return;
  }
  idle_ = true;
  stream_.expires_after(limits_.idle);
  stream_.async_read_some(buffer_.prepare(kFirstBytes),
                          [self = shared_from_this()](Error error, std::size_t bytes) {
                            self->idle_ = false;
                            if (error) {
                              self->close();
                              return;
                            }
                            self->buffer_.commit(bytes);
                            self->read_header();
                          });
}

void Connection::read_header() {
  parser_.emplace();
  parser_->header_limit(limits_.header_bytes);
  parser_->body_limit(limits_.body_bytes);
  stream_.expires_after(limits_.header);
  http::async_read_header(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](Error error, std::size_t /*bytes*/) { self->on_header(error); });
}

void Connection::on_header(Error error) {
  if (error) {
    on_broken(error);
    return;
  }
  if (!expects_continue(parser_->get()) || parser_->is_done()) {
    read_body();
    return;
  }
  stream_.expires_after(limits_.body);
  asio::async_write(stream_, asio::buffer(kContinue.data(), kContinue.size()),
                    [self = shared_from_this()](Error written, std::size_t /*bytes*/) {
                      if (written) {
                        self->close();
                      } else {
                        self->read_body();
                      }
                    });
}

void Connection::read_body() {
  stream_.expires_after(limits_.body);
  http::async_read(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](Error error, std::size_t /*bytes*/) { self->on_request(error); });
}

void Connection::on_request(Error error) {
  if (error) {
    on_broken(error);
    return;
  }
  // How long an answer may take is not the client's doing.
  stream_.expires_never();
  head_ = parser_->get().method() == http::verb::head;
  keep_alive_ = parser_->get().keep_alive();
  Request request = request_of(parser_->release());
  request.client = client_;
  service_.answer(std::move(request), [self = shared_from_this()](Response response) mutable {
    const auto executor = self->stream_.get_executor();
    asio::dispatch(executor,
                   [connection = std::move(self), answer = std::move(response)]() mutable {
                     connection->on_response(std::move(answer));
                   });
  });
}

// What came is no request, or came too slowly, or went away.
void Connection::on_broken(Error error) {
  const auto problem = problem_of_reading(error);
  if (!problem) {
    close();
    return;
  }
  head_ = false;
  keep_alive_ = false;
  on_response(service_.refuse(*problem));
}

void Connection::on_response(Response response) {
  response_ = std::move(response);
  keep_alive_ = keep_alive_ && !response_.close && !draining_ && !set_.draining();
  message_.emplace(message_of(response_, {head_, keep_alive_}));
  write();
}

void Connection::write() {
  stream_.expires_after(limits_.write);
  http::async_write(
      stream_, *message_,
      [self = shared_from_this()](Error error, std::size_t /*bytes*/) { self->on_written(error); });
}

void Connection::on_written(Error error) {
  message_.reset();
  response_ = {};
  if (error) {
    close();
  } else if (keep_alive_) {
    wait_for_request();
  } else {
    stream_.socket().shutdown(Socket::shutdown_send, error);
    stream_.expires_after(kLinger);
    linger();
  }
}

void Connection::linger() {
  buffer_.clear();
  stream_.async_read_some(buffer_.prepare(kFirstBytes),
                          [self = shared_from_this()](Error error, std::size_t bytes) {
                            self->discarded_ += bytes;
                            if (error || self->discarded_ > kMostDiscarded) {
                              self->close();
                            } else {
                              self->linger();
                            }
                          });
}

void Connection::close() {
  Error ignored;
  stream_.socket().shutdown(Socket::shutdown_both, ignored);
  stream_.close();
}

}  // namespace lede::serve
