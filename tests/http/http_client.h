// An HTTP client that is none of the server's library: plain sockets, bytes out, bytes in, so that
// tests can also send what no library would.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lede::test {

using Fields = std::vector<std::pair<std::string, std::string>>;

struct HttpAnswer {
  int status = 0;  // 0: the connection was closed without an answer
  Fields fields;   // names in lower case
  std::string body;

  [[nodiscard]] std::string field(std::string_view name) const;  // empty where there is none
  [[nodiscard]] nlohmann::json json() const;                     // of the body; null if it is none
};

struct HttpQuestion {
  std::string method = "GET";
  std::string target = "/";
  Fields fields;  // beside Host, and Content-Length where there is a body
  std::string body;
};

// One connection. Every wait ends after some seconds.
class HttpConnection {
 public:
  explicit HttpConnection(std::uint16_t port);
  explicit HttpConnection(const std::string& unix_path);
  ~HttpConnection();
  HttpConnection(const HttpConnection&) = delete;
  HttpConnection& operator=(const HttpConnection&) = delete;

  void send(std::string_view bytes) const;
  [[nodiscard]] HttpAnswer receive(bool head = false);
  [[nodiscard]] HttpAnswer ask(const HttpQuestion& question);

  // Whether the server closes it within `seconds`, whatever else it sends.
  [[nodiscard]] bool is_closed_within(int seconds);

 private:
  bool read_more(int timeout_ms);

  int socket_ = -1;
  std::string buffer_;
};

// Text as a value in a target: every byte that is not a letter or digit escaped.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace lede::test
