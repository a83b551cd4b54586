// The protocol of sd_listen_fds(3), which needs no library.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/activation.h"

#include <fcntl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace lede::serve {
namespace {

constexpr int kFirst = 3;
constexpr int kMost = 64;

// -1 where it is no number.
int number_in(const char* variable) {
  const char* value = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe)
  if (value == nullptr) {
    return -1;
  }
  const std::string_view text = value;
  int number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : -1;
}

}  // namespace

std::vector<int> activated_sockets() {
  std::vector<int> sockets;
  const int count = number_in("LISTEN_FDS");
  if (number_in("LISTEN_PID") != getpid() || count < 1 || count > kMost) {
    return sockets;
  }
  for (int descriptor = kFirst; descriptor < kFirst + count; ++descriptor) {
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    sockets.push_back(descriptor);
  }
  return sockets;
}

}  // namespace lede::serve
