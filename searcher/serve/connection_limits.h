// How much and how long one connection may ask of the server.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace lede::serve {

// Each time is for the whole step, however busily bytes trickle in.
struct ConnectionLimits {
  std::uint32_t header_bytes = 32'768;
  std::uint64_t body_bytes = 65'536;
  std::chrono::seconds idle{60};  // before the first byte of a request
  std::chrono::seconds header{10};
  std::chrono::seconds body{10};
  std::chrono::seconds write{30};
  std::size_t connections = 10'000;  // open at once; further ones are closed
};

}  // namespace lede::serve
