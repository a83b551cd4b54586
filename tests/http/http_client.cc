// Sending and receiving.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cstring>
#include <stdexcept>

#include "tests/http/exchange_record.h"

namespace lede::test {
namespace {

constexpr int kTimeoutMs = 30'000;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return text;
}

template <typename Address>
int connected(int family, const Address& address) {
  const int descriptor = socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0 ||
      connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
    throw std::runtime_error(std::string("cannot connect: ") + std::strerror(errno));
  }
  return descriptor;
}

Fields parse_fields(std::string_view header) {
  Fields fields;
  std::size_t line = header.find("\r\n");
  while (line != std::string_view::npos && line + 2 < header.size()) {
    const std::size_t end = std::min(header.find("\r\n", line + 2), header.size());
    const std::string_view text = header.substr(line + 2, end - line - 2);
    const std::size_t colon = text.find(": ");
    if (colon != std::string_view::npos) {
      fields.emplace_back(lower(std::string(text.substr(0, colon))), text.substr(colon + 2));
    }
    line = end == header.size() ? std::string_view::npos : end;
  }
  return fields;
}

}  // namespace

std::string HttpAnswer::field(std::string_view name) const {
  std::string all;
  for (const auto& [known, value] : fields) {
    if (known == name) {
      all += (all.empty() ? "" : ", ") + value;
    }
  }
  return all;
}

nlohmann::json HttpAnswer::json() const {
  auto parsed = nlohmann::json::parse(body, nullptr, false);
  return parsed.is_discarded() ? nlohmann::json() : parsed;
}

HttpConnection::HttpConnection(std::uint16_t port) {
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  socket_ = connected(AF_INET, address);
}

HttpConnection::HttpConnection(const std::string& unix_path) {
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  unix_path.copy(address.sun_path, sizeof(address.sun_path) - 1);
  socket_ = connected(AF_UNIX, address);
}

HttpConnection::~HttpConnection() { close(socket_); }

void HttpConnection::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) {
      return;  // the server closed it: what it answered tells why
    }
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

bool HttpConnection::read_more(int timeout_ms) {
  pollfd wait{socket_, POLLIN, 0};
  if (poll(&wait, 1, timeout_ms) <= 0) {
    return false;
  }
  std::array<char, 65536> bytes{};
  const ssize_t count = recv(socket_, bytes.data(), bytes.size(), 0);
  if (count <= 0) {
    return false;
  }
  buffer_.append(bytes.data(), static_cast<std::size_t>(count));
  return true;
}

HttpAnswer HttpConnection::receive(bool head) {
  HttpAnswer answer;
  std::size_t end = 0;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!read_more(kTimeoutMs)) {
      return answer;
    }
  }
  const std::string header = buffer_.substr(0, end);
  buffer_.erase(0, end + 4);
  answer.status = std::stoi(header.substr(header.find(' ') + 1));
  if (answer.status == 100) {
    return receive(head);
  }
  answer.fields = parse_fields(header);
  const std::string length = answer.field("content-length");
  const std::size_t size = head || length.empty() ? 0 : std::stoul(length);
  while (buffer_.size() < size) {
    if (!read_more(kTimeoutMs)) {
      answer.status = 0;
      return answer;
    }
  }
  answer.body = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return answer;
}

HttpAnswer HttpConnection::ask(const HttpQuestion& question) {
  std::string request = question.method + " " + question.target + " HTTP/1.1\r\n";
  Fields fields = question.fields;
  if (std::none_of(fields.begin(), fields.end(),
                   [](const auto& field) { return field.first == "Host"; })) {
    fields.emplace_back("Host", "localhost");
  }
  if (!question.body.empty()) {
    fields.emplace_back("Content-Length", std::to_string(question.body.size()));
  }
  for (const auto& [name, value] : fields) {
    request.append(name).append(": ").append(value).append("\r\n");
  }
  send(request + "\r\n" + question.body);
  HttpAnswer answer = receive(question.method == "HEAD");
  record_exchange(question, answer);
  return answer;
}

bool HttpConnection::is_closed_within(int seconds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  std::array<char, 65536> bytes{};
  while (std::chrono::steady_clock::now() < end) {
    pollfd wait{socket_, POLLIN, 0};
    if (poll(&wait, 1, 100) > 0 && recv(socket_, bytes.data(), bytes.size(), 0) <= 0) {
      return true;
    }
  }
  return false;
}

std::string escaped(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (std::isalnum(byte) != 0) {
      out += letter;
    } else {
      out += '%';
      out += kDigits[byte / 16];
      out += kDigits[byte % 16];
    }
  }
  return out;
}

}  // namespace lede::test
