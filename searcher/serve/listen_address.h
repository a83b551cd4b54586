// Where the server listens: "127.0.0.1:7700", "[::1]:7700", "localhost:0", "unix:/run/lede.sock".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/result.h"
#include "searcher/serve/sockets.h"

namespace lede::serve {

struct ListenAddress {
  std::string unix_path;   // of a Unix socket; the others have
  std::string ip;          // an address in numbers, and
  std::uint16_t port = 0;  // 0 for one that the system chooses
};

// Numbers and localhost, no other names: what is listened on should not depend on a name server.
[[nodiscard]] Result<ListenAddress> parse_listen_address(std::string_view text);

[[nodiscard]] Protocol::endpoint endpoint_of(const ListenAddress& address);

// "127.0.0.1", "::1" or "unix".
[[nodiscard]] std::string host_text(const Protocol::endpoint& endpoint);

// Whether others than this machine reach it.
[[nodiscard]] bool is_public(const Protocol::endpoint& endpoint);

// "http://127.0.0.1:7700" or "unix:/run/lede.sock", of an open socket.
[[nodiscard]] std::string address_text(const Protocol::endpoint& endpoint);

}  // namespace lede::serve
