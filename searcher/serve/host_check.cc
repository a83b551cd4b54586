// Telling our own names.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/host_check.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>

#include "searcher/serve/tokens.h"

namespace lede::serve {
namespace {

std::string_view without_port(std::string_view host) {
  if (host.starts_with('[')) {
    const std::size_t end = host.find(']');
    return end == std::string_view::npos ? host : host.substr(1, end - 1);
  }
  return host.substr(0, host.rfind(':'));
}

bool is_number(const std::string& host) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return inet_pton(AF_INET, host.c_str(), bytes.data()) == 1 ||
         inet_pton(AF_INET6, host.c_str(), bytes.data()) == 1;
}

}  // namespace

bool is_own_host(std::string_view host, std::span<const std::string> named) {
  const std::string_view name = without_port(host);
  return same_token(name, "localhost") || is_number(std::string(name)) ||
         std::any_of(named.begin(), named.end(), [&](const std::string& known) {
           return same_token(known, name) || same_token(known, host);
         });
}

}  // namespace lede::serve
