// Names of requests: a number that differs for each process, and a count.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/request_id.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <random>

namespace lede::serve {
namespace {

constexpr std::size_t kLongest = 64;

bool is_plain(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' || letter == '.';
}

}  // namespace

std::string request_id(std::string_view sent) {
  if (!sent.empty() && sent.size() <= kLongest && std::all_of(sent.begin(), sent.end(), is_plain)) {
    return std::string(sent);
  }
  static const unsigned int kProcess = std::random_device()();
  static std::atomic<std::uint64_t> count{0};
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%08x-%08llx", kProcess,
                static_cast<unsigned long long>(++count));
  return text.data();
}

}  // namespace lede::serve
