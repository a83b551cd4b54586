// A request as the endpoints see it: free of sockets and of the library that parsed it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace lede::serve {

// Header fields are empty where the client sent none.
struct Request {
  std::string method;  // "GET"; case counts
  std::string target;  // "/v1/search?q=ferry"
  std::string body;
  std::string host;  // several joined by commas
  std::string content_type;
  std::string authorization;
  std::string accept_encoding;
  std::string if_none_match;
  std::string origin;
  std::string access_control_request_method;
  std::string request_id;
  std::string client;  // its address, without the port
  bool http_1_1 = true;
};

}  // namespace lede::serve
