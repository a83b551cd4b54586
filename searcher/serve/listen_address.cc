// Reading and writing addresses.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/listen_address.h"

#include <sys/un.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <charconv>
#include <cstring>

namespace lede::serve {
namespace {

namespace asio = boost::asio;

constexpr std::string_view kUnix = "unix:";

Failure bad(std::string_view text, const std::string& why) {
  return fail(ErrorCode::kUsage, "cannot listen on \"" + std::string(text) + "\": " + why,
              "give an address and a port such as 127.0.0.1:7700, or unix:/path/of/socket");
}

Result<ListenAddress> unix_address(std::string_view text) {
  const std::string path(text.substr(kUnix.size()));
  if (path.empty() || path.size() >= sizeof(sockaddr_un::sun_path)) {
    return bad(text, "the path of a Unix socket has 1 to " +
                         std::to_string(sizeof(sockaddr_un::sun_path) - 1) + " bytes");
  }
  ListenAddress address;
  address.unix_path = path;
  return address;
}

asio::ip::tcp::endpoint tcp_endpoint(const Protocol::endpoint& endpoint) {
  asio::ip::tcp::endpoint address;
  address.resize(endpoint.size());
  std::memcpy(address.data(), endpoint.data(), endpoint.size());
  return address;
}

}  // namespace

Result<ListenAddress> parse_listen_address(std::string_view text) {
  if (text.starts_with(kUnix)) {
    return unix_address(text);
  }
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) {
    return bad(text, "it has no port");
  }
  const std::string_view digits = text.substr(colon + 1);
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (error != std::errc() || end != digits.data() + digits.size()) {
    return bad(text, "the port is no number from 0 to 65535");
  }
  std::string_view host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  }
  boost::system::error_code failed;
  const auto ip = host == "localhost" ? asio::ip::address(asio::ip::address_v4::loopback())
                                      : asio::ip::make_address(std::string(host), failed);
  if (failed) {
    return bad(text, "its host is no IP address");
  }
  ListenAddress address;
  address.ip = ip.to_string();
  address.port = port;
  return address;
}

Protocol::endpoint endpoint_of(const ListenAddress& address) {
  if (!address.unix_path.empty()) {
    return asio::local::stream_protocol::endpoint(address.unix_path);
  }
  return asio::ip::tcp::endpoint(asio::ip::make_address(address.ip), address.port);
}

std::string host_text(const Protocol::endpoint& endpoint) {
  return endpoint.protocol().family() == AF_UNIX ? "unix"
                                                 : tcp_endpoint(endpoint).address().to_string();
}

bool is_public(const Protocol::endpoint& endpoint) {
  return endpoint.protocol().family() != AF_UNIX && !tcp_endpoint(endpoint).address().is_loopback();
}

std::string address_text(const Protocol::endpoint& endpoint) {
  if (endpoint.protocol().family() == AF_UNIX) {
    sockaddr_un address = {};
    std::memcpy(&address, endpoint.data(), std::min(endpoint.size(), sizeof(address)));
    return "unix:" + std::string(address.sun_path);
  }
  const asio::ip::tcp::endpoint address = tcp_endpoint(endpoint);
  const std::string host = address.address().to_string();
  return "http://" + (address.address().is_v6() ? "[" + host + "]" : host) + ":" +
         std::to_string(address.port());
}

}  // namespace lede::serve
