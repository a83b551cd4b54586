// Members of a JSON object as named values.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/api/json_values.h"

#include <nlohmann/json.hpp>

namespace lede::serve {
namespace {

using Json = nlohmann::json;

std::optional<std::string> scalar(const Json& json) {
  if (json.is_string()) {
    return json.get<std::string>();
  }
  if (json.is_boolean() || json.is_number_integer()) {
    return json.dump();
  }
  return std::nullopt;
}

bool add(NamedValues& values, const std::string& name, const Json& json) {
  if (json.is_null()) {
    return true;
  }
  if (json.is_array()) {
    for (const Json& one : json) {
      auto text = scalar(one);
      if (!text) {
        return false;
      }
      values.emplace_back(name, *std::move(text));
    }
    return true;
  }
  auto text = scalar(json);
  if (!text) {
    return false;
  }
  values.emplace_back(name, *std::move(text));
  return true;
}

}  // namespace

std::optional<std::string> append_values(NamedValues& values, const Json& object) {
  for (const auto& [name, value] : object.items()) {
    if (!add(values, name, value)) {
      return name;
    }
  }
  return std::nullopt;
}

}  // namespace lede::serve
