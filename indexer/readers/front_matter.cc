// The fields at the top of a Markdown file: YAML between lines of "---", or TOML between "+++".
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/front_matter.h"

#include <yaml-cpp/yaml.h>

#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/ascii.h"

namespace lede {
namespace {

constexpr std::size_t kLongest = std::size_t{64} << 10;
constexpr std::size_t kMostValues = 100;

// The lines between the first line and the one that ends the block; false when there is none.
bool find_block(std::string_view text, std::string_view fence, std::string_view& block,
                std::string_view& rest) {
  const std::size_t first = text.find('\n');
  if (first == std::string_view::npos || trimmed(text.substr(0, first)) != fence ||
      !text.starts_with(fence)) {
    return false;
  }
  for (std::size_t at = first + 1; at < text.size() && at < kLongest;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trimmed(text.substr(at, end - at));
    if (line == fence || (fence == "---" && line == "...")) {
      block = text.substr(first + 1, at - first - 1);
      rest = text.substr(std::min(end + 1, text.size()));
      return true;
    }
    at = end + 1;
  }
  return false;
}

void collect(const YAML::Node& node, bool nested, std::vector<std::string>& values) {
  if (values.size() >= kMostValues) {
    return;
  }
  if (node.IsScalar()) {
    values.push_back(node.Scalar());
  } else if (node.IsSequence() && !nested) {
    for (const YAML::Node& item : node) {
      collect(item, true, values);
    }
  } else if (node.IsMap()) {
    if (const YAML::Node name = node["name"]; name && name.IsScalar()) {
      values.push_back(name.Scalar());
    }
  }
}

// False when it is no YAML mapping.
bool read_yaml(std::string_view block, FieldCollector& fields) {
  try {
    const YAML::Node root = YAML::Load(std::string(block));
    if (!root.IsMap()) {
      return false;
    }
    for (const auto& entry : root) {
      FieldName name;
      if (entry.first.IsScalar() && find_field(entry.first.Scalar(), name)) {
        std::vector<std::string> values;
        collect(entry.second, false, values);
        fields.add(name, std::move(values));
      }
    }
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

// The strings of a TOML value on one line: "a", 'a', ["a", "b"], 2024-05-31.
std::vector<std::string> toml_values(std::string_view text) {
  std::vector<std::string> values;
  text = trimmed(text);
  if (text.find_first_of("\"'") == std::string_view::npos) {
    values.emplace_back(trimmed(text.substr(0, text.find('#'))));
    return values;
  }
  for (std::size_t at = text.find_first_of("\"'"); at != std::string_view::npos;) {
    const char quote = text[at];
    std::string value;
    for (++at; at < text.size() && text[at] != quote; ++at) {
      if (quote == '"' && text[at] == '\\' && at + 1 < text.size()) {
        ++at;
      }
      value += text[at];
    }
    values.push_back(std::move(value));
    at = at < text.size() ? text.find_first_of("\"'", at + 1) : std::string_view::npos;
  }
  return values;
}

void read_toml(std::string_view block, FieldCollector& fields) {
  for (std::size_t at = 0; at < block.size();) {
    const std::size_t end = std::min(block.find('\n', at), block.size());
    const std::string_view line = trimmed(block.substr(at, end - at));
    at = end + 1;
    if (!line.empty() && line.front() == '[') {
      return;  // a table: what follows are its fields, not the article's
    }
    const std::size_t equals = line.find('=');
    FieldName name;
    if (equals != std::string_view::npos && find_field(trimmed(line.substr(0, equals)), name)) {
      fields.add(name, toml_values(line.substr(equals + 1)));
    }
  }
}

}  // namespace

std::string_view read_front_matter(std::string_view text, FieldCollector& fields) {
  std::string_view block;
  std::string_view rest;
  if (find_block(text, "---", block, rest) && read_yaml(block, fields)) {
    return rest;
  }
  if (find_block(text, "+++", block, rest)) {
    read_toml(block, fields);
    return rest;
  }
  return text;
}

}  // namespace lede
