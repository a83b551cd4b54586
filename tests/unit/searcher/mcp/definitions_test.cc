// What the server says of its tools.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/definitions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/mcp/stdio_server.h"
#include "searcher/mcp/tool_calls.h"

namespace lede::mcp {
namespace {

// What the tool cannot do without.
Json needed_arguments(const OrderedJson& schema) {
  Json arguments = Json::object();
  for (const auto& name : schema.value("required", OrderedJson::array())) {
    arguments[name.get<std::string>()] = name == "field" ? "year" : "a";
  }
  return arguments;
}

// Values that the schema of an argument promises to take.
std::vector<Json> promised_values(const std::string& name, const OrderedJson& property) {
  const OrderedJson kind = property.value("items", property);
  if (kind.at("type") == "integer") {
    return {kind.at("minimum").get<int>(), kind.value("maximum", 1000)};
  }
  if (kind.at("type") == "boolean") {
    return {true, false};
  }
  std::vector<Json> words;
  for (const auto& word : kind.value("enum", OrderedJson::array())) {
    words.emplace_back(word.get<std::string>());
  }
  if (words.empty()) {
    words.emplace_back(name == "timezone" ? "Europe/Kyiv" : "2024");
  }
  return words;
}

// Empty where the tool can be asked so, else what it says.
std::string refusal(const OrderedJson& tool, const Json& arguments) {
  const Reply reply = call_tool(
      {{"name", tool.at("name").get<std::string>()}, {"arguments", arguments}}, assistant_limits());
  if (const auto* fault = std::get_if<Fault>(&reply)) {
    return fault->message;
  }
  const auto* result = std::get_if<std::string>(&reply);
  return result == nullptr ? "" : *result;
}

TEST(Definitions, EveryToolCanBeCalled) {
  EXPECT_GE(tool_definitions().size(), 7U);
  for (const OrderedJson& tool : tool_definitions()) {
    EXPECT_EQ(refusal(tool, needed_arguments(tool["inputSchema"])), "") << tool["name"];
  }
}

TEST(Definitions, EveryArgumentIsTakenWithEveryValue) {
  for (const OrderedJson& tool : tool_definitions()) {
    const OrderedJson& schema = tool["inputSchema"];
    const OrderedJson properties = schema.value("properties", OrderedJson::object());
    for (const auto& [name, property] : properties.items()) {
      for (const Json& value : promised_values(name, property)) {
        Json arguments = needed_arguments(schema);
        arguments[name] = property["type"] == "array" ? Json::array({value}) : value;
        EXPECT_EQ(refusal(tool, arguments), "") << tool["name"] << arguments;
      }
    }
  }
}

TEST(Definitions, HaveNoReferencesLeft) {
  EXPECT_EQ(written(tool_definitions()).find("$ref"), std::string::npos);
}

TEST(Definitions, EveryToolOnlyReads) {
  for (const OrderedJson& tool : tool_definitions()) {
    EXPECT_EQ(tool["annotations"]["readOnlyHint"], true) << tool["name"];
    EXPECT_EQ(tool["outputSchema"]["type"], "object") << tool["name"];
  }
}

}  // namespace
}  // namespace lede::mcp
