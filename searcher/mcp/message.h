// JSON-RPC 2.0, as the Model Context Protocol narrows it: from a line to a message, and back.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "searcher/mcp/json.h"

namespace lede::mcp {

enum FaultCode : int {
  kParseError = -32700,
  kInvalidRequest = -32600,
  kMethodNotFound = -32601,
  kInvalidParams = -32602,
  kInternalError = -32603,
  kResourceNotFound = -32002,
  kBusy = -32000,
};

// Why a request has no result.
struct Fault {
  int code = kInternalError;
  std::string message;
  OrderedJson data = nullptr;  // null where there is nothing to add
};

struct Request {
  Json id;  // a text or a whole number
  std::string method;
  Json params;  // an object
};

// Wants no answer, whatever becomes of it.
struct Notification {
  std::string method;
  Json params;  // an object
};

// An answer of the client. We ask it nothing, so there is nothing to do.
struct Unasked {};

// A line that is none of these.
struct BadMessage {
  Json id;  // of the request that it was meant to be; null where that cannot be told
  Fault fault;
};

using Message = std::variant<Request, Notification, Unasked, BadMessage>;

[[nodiscard]] Message parse_message(std::string_view line);

// Both without a line end. `result` is JSON.
[[nodiscard]] std::string result_line(const Json& id, std::string_view result);
[[nodiscard]] std::string fault_line(const Json& id, const Fault& fault);

}  // namespace lede::mcp
