// Checking names and types of arguments.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/argument_check.h"

#include <cmath>
#include <cstdint>
#include <string_view>

namespace lede::mcp {
namespace {

constexpr double kLargestWhole = 9007199254740992.0;  // up to which a double is exact

bool is_whole(const Json& value) {
  if (!value.is_number_float()) {
    return value.is_number_integer();
  }
  const double number = value.get<double>();
  return std::abs(number) < kLargestWhole && std::floor(number) == number;
}

bool has_type(const Json& value, const OrderedJson& schema) {
  const auto type = schema.at("type").get<std::string>();
  if (type == "string") {
    return value.is_string();
  }
  if (type == "boolean") {
    return value.is_boolean();
  }
  if (type == "integer") {
    return is_whole(value);
  }
  if (!value.is_array()) {
    return false;
  }
  for (const Json& item : value) {
    if (!has_type(item, schema.at("items"))) {
      return false;
    }
  }
  return true;
}

std::string kind_of(const OrderedJson& schema) {
  const auto type = schema.at("type").get<std::string>();
  return type == "string"    ? "a text"
         : type == "boolean" ? "true or false"
         : type == "integer" ? "a whole number"
                             : "a list of texts";
}

}  // namespace

std::optional<std::string> argument_problem(const Json& arguments, const OrderedJson& schema) {
  const OrderedJson known = schema.value("properties", OrderedJson::object());
  for (const auto& [name, value] : arguments.items()) {
    const auto property = known.find(name);
    if (property == known.end()) {
      return "there is no argument \"" + name + "\"";
    }
    if (!value.is_null() && !has_type(value, *property)) {
      return "\"" + name + "\" is not " + kind_of(*property);
    }
  }
  for (const OrderedJson& name : schema.value("required", OrderedJson::array())) {
    const auto given = arguments.find(name.get<std::string>());
    if (given == arguments.end() || given->is_null()) {
      return "\"" + name.get<std::string>() + "\" is needed";
    }
  }
  return std::nullopt;
}

void make_whole(Json& arguments) {
  for (Json& value : arguments) {
    if (value.is_number_float() && is_whole(value)) {
      value = static_cast<std::int64_t>(value.get<double>());
    }
  }
}

}  // namespace lede::mcp
