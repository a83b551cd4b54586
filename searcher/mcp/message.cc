// Reading and writing JSON-RPC messages.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/message.h"

#include <utility>

#include "common/text/utf8.h"

namespace lede::mcp {
namespace {

// No message of the protocol is nearly as deep, and what is deep takes stack to copy.
constexpr int kDeepest = 64;

bool is_id(const Json& json) { return json.is_string() || json.is_number_integer(); }

BadMessage bad(Json id, int code, std::string why) {
  return {std::move(id), {code, std::move(why)}};
}

// Nothing deeper than kDeepest is kept; then `too_deep` is set.
Json parsed(std::string_view line, bool& too_deep) {
  const auto keep = [&too_deep](int depth, Json::parse_event_t /*event*/, const Json& /*value*/) {
    too_deep = too_deep || depth > kDeepest;
    return depth <= kDeepest;
  };
  return Json::parse(line, keep, false);
}

Message answer_of_client(const Json& json, Json id) {
  if (json.contains("result") || json.contains("error")) {
    return Unasked{};
  }
  return bad(std::move(id), kInvalidRequest, "\"method\" is missing");
}

Message message_of(Json& json) {
  const auto sent_id = json.find("id");
  const bool has_id = sent_id != json.end();
  const bool good_id = has_id && is_id(*sent_id);
  Json id = good_id ? *sent_id : Json();
  const auto version = json.find("jsonrpc");
  if (version == json.end() || *version != "2.0") {
    return bad(std::move(id), kInvalidRequest, "\"jsonrpc\" is not \"2.0\"");
  }
  if (has_id && !good_id && json.contains("method")) {
    return bad(nullptr, kInvalidRequest, "\"id\" is neither text nor whole number");
  }
  const auto method = json.find("method");
  if (method == json.end()) {
    return answer_of_client(json, std::move(id));
  }
  if (!method->is_string()) {
    return bad(std::move(id), kInvalidRequest, "\"method\" is no text");
  }
  Json params = Json::object();
  if (const auto sent = json.find("params"); sent != json.end()) {
    if (sent->is_array()) {
      return bad(std::move(id), has_id ? kInvalidParams : kInvalidRequest,
                 "\"params\" is a list; members have names here");
    }
    if (!sent->is_object()) {
      return bad(std::move(id), kInvalidRequest, "\"params\" is no object");
    }
    params = std::move(*sent);
  }
  if (!has_id) {
    return Notification{method->get<std::string>(), std::move(params)};
  }
  return Request{std::move(id), method->get<std::string>(), std::move(params)};
}

}  // namespace

Message parse_message(std::string_view line) {
  if (!is_valid_utf8(line)) {
    return bad(nullptr, kParseError, "the message is not UTF-8");
  }
  bool too_deep = false;
  Json json = parsed(line, too_deep);
  if (too_deep) {
    return bad(nullptr, kInvalidRequest, "the message is nested too deeply");
  }
  if (json.is_discarded()) {
    return bad(nullptr, kParseError, "the message is not JSON");
  }
  if (json.is_array()) {
    return bad(nullptr, kInvalidRequest, "batches are not supported: one message a line");
  }
  if (!json.is_object()) {
    return bad(nullptr, kInvalidRequest, "the message is no object");
  }
  return message_of(json);
}

std::string result_line(const Json& id, std::string_view result) {
  std::string line = R"({"jsonrpc":"2.0","id":)";
  line.append(id.dump()).append(R"(,"result":)").append(result).append("}");
  return line;
}

std::string fault_line(const Json& id, const Fault& fault) {
  OrderedJson error{{"code", fault.code}, {"message", fault.message}};
  if (!fault.data.is_null()) {
    error["data"] = fault.data;
  }
  std::string line = R"({"jsonrpc":"2.0","id":)";
  line.append(id.dump()).append(R"(,"error":)").append(written(error)).append("}");
  return line;
}

}  // namespace lede::mcp
