// Addresses to listen on, read and written.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/listen_address.h"

#include <gtest/gtest.h>

namespace lede::serve {
namespace {

TEST(ListenAddress, IsReadAndWrittenAlike) {
  const std::pair<const char*, const char*> addresses[] = {
      {"127.0.0.1:7700", "http://127.0.0.1:7700"},
      {"localhost:80", "http://127.0.0.1:80"},
      {"[::1]:7700", "http://[::1]:7700"},
      {"unix:/run/lede.sock", "unix:/run/lede.sock"},
  };
  for (const auto& [typed, written] : addresses) {
    const auto address = parse_listen_address(typed);
    ASSERT_TRUE(address) << typed;
    EXPECT_EQ(address_text(endpoint_of(*address)), written);
    EXPECT_FALSE(is_public(endpoint_of(*address))) << typed;
  }
}

TEST(ListenAddress, WhatOthersReachIsPublic) {
  for (const char* typed : {"0.0.0.0:80", "[::]:80", "192.168.1.2:80", "8.8.8.8:80"}) {
    EXPECT_TRUE(is_public(endpoint_of(*parse_listen_address(typed)))) << typed;
  }
  EXPECT_FALSE(is_public(endpoint_of(*parse_listen_address("127.8.9.1:80"))));
}

TEST(ListenAddress, NonsenseIsRefused) {
  for (const std::string& typed :
       {std::string(), std::string("80"), std::string("127.0.0.1"), std::string("127.0.0.1:"),
        std::string("127.0.0.1:65536"), std::string("127.0.0.1:-1"), std::string("name.example:80"),
        std::string("unix:"), "unix:/" + std::string(200, 'a')}) {
    EXPECT_FALSE(parse_listen_address(typed)) << typed;
  }
}

}  // namespace
}  // namespace lede::serve
