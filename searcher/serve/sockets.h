// The kinds of socket the server uses: TCP and Unix alike.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/core/basic_stream.hpp>

namespace lede::serve {

// What belongs to one connection, or listens, runs on a strand of its own: by one thread at a time.
using Strand = boost::asio::strand<boost::asio::io_context::executor_type>;
using Protocol = boost::asio::generic::stream_protocol;
using Socket = boost::asio::basic_stream_socket<Protocol, Strand>;
using Stream = boost::beast::basic_stream<Protocol, Strand>;
using Acceptor = boost::asio::basic_socket_acceptor<Protocol, Strand>;

}  // namespace lede::serve
