// Reading definitions.json once. Long texts are lists of lines there.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/definitions.h"

#include <utility>

#include "searcher/mcp/embedded.h"

namespace lede::mcp {
namespace {

constexpr std::string_view kShared = "#/shared/";

// References are replaced by what they name: not every client follows them. What stands beside one
// goes before what it names.
OrderedJson resolved(const OrderedJson& schema, const OrderedJson& shared) {
  if (schema.is_array()) {
    OrderedJson list = OrderedJson::array();
    for (const OrderedJson& item : schema) {
      list.push_back(resolved(item, shared));
    }
    return list;
  }
  if (!schema.is_object()) {
    return schema;
  }
  OrderedJson object = OrderedJson::object();
  if (const auto reference = schema.find("$ref"); reference != schema.end()) {
    const auto name = reference->get<std::string>().substr(kShared.size());
    object = resolved(shared.at(name), shared);
  }
  for (const auto& [name, value] : schema.items()) {
    if (name != "$ref") {
      object[name] = resolved(value, shared);
    }
  }
  return object;
}

// A text, or its lines.
std::string text_of(const OrderedJson& json) {
  if (json.is_string()) {
    return json.get<std::string>();
  }
  std::string text;
  for (const OrderedJson& line : json) {
    text.append(text.empty() ? "" : "\n").append(line.get<std::string>());
  }
  return text;
}

struct Definitions {
  std::string instructions;
  OrderedJson tools = OrderedJson::array();
};

Definitions read_definitions() {
  const OrderedJson json = OrderedJson::parse(definitions_json());
  Definitions definitions;
  definitions.instructions = text_of(json.at("instructions"));
  for (const OrderedJson& tool : json.at("tools")) {
    OrderedJson whole = resolved(tool, json.at("shared"));
    whole["description"] = text_of(tool.at("description"));
    whole["annotations"] = {{"title", tool.at("title")},
                            {"readOnlyHint", true},
                            {"destructiveHint", false},
                            {"idempotentHint", true},
                            {"openWorldHint", false}};
    definitions.tools.push_back(std::move(whole));
  }
  return definitions;
}

const Definitions& definitions() {
  static const Definitions kDefinitions = read_definitions();
  return kDefinitions;
}

}  // namespace

const std::string& instructions() { return definitions().instructions; }

const OrderedJson& tool_definitions() { return definitions().tools; }

const OrderedJson* input_schema(std::string_view tool) {
  for (const OrderedJson& definition : definitions().tools) {
    if (definition.at("name") == tool) {
      return &definition.at("inputSchema");
    }
  }
  return nullptr;
}

}  // namespace lede::mcp
