// One JSON object read as an article: what the JSON and the JSON lines reader share.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/json_record.h"

#include <array>
#include <utility>
#include <vector>

#include "indexer/readers/ascii.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/json_problem.h"

namespace lede {
namespace {

namespace dom = simdjson::dom;

// The string of an object that stands for one: an author with a name, a rendered text.
constexpr std::array<std::string_view, 7> kInner = {"name",  "title", "rendered", "text",
                                                    "value", "#text", "headline"};

constexpr int kMaxInner = 4;

// Escapes such as \r\n and \u0000 come out of the parser again.
std::string clean(std::string_view text) {
  std::string cleaned(text);
  if (cleaned.find('\r') == std::string::npos && cleaned.find('\0') == std::string::npos) {
    return cleaned;
  }
  std::size_t to = 0;
  for (std::size_t from = 0; from < cleaned.size(); ++from) {
    const char c = cleaned[from];
    if (c == '\r') {
      if (from + 1 == cleaned.size() || cleaned[from + 1] != '\n') {
        cleaned[to++] = '\n';
      }
    } else {
      cleaned[to++] = c == '\0' ? ' ' : c;
    }
  }
  cleaned.resize(to);
  return cleaned;
}

void collect(dom::element value, int depth, std::vector<std::string>& values) {
  switch (value.type()) {
    case dom::element_type::STRING:
      values.push_back(clean(std::string_view(value)));
      break;
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
      values.push_back(simdjson::minify(value));
      break;
    case dom::element_type::ARRAY:
      if (depth < kMaxInner) {
        for (const dom::element item : dom::array(value)) {
          collect(item, depth + 1, values);
        }
      }
      break;
    case dom::element_type::OBJECT:
      for (const std::string_view key : kInner) {
        dom::element inner;
        if (depth < kMaxInner && value[key].get(inner) == simdjson::SUCCESS) {
          collect(inner, depth + 1, values);
          break;
        }
      }
      break;
    case dom::element_type::BOOL:
    case dom::element_type::NULL_VALUE:
      break;
  }
}

bool is_hex(char c) {
  return is_ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f');
}

bool is_escape(std::string_view text, std::size_t at, char low, char high) {
  return at + 6 <= text.size() && text[at] == '\\' && text[at + 1] == 'u' &&
         ascii_lower(text[at + 2]) == 'd' && ascii_lower(text[at + 3]) >= low &&
         ascii_lower(text[at + 3]) <= high && is_hex(text[at + 3]) && is_hex(text[at + 4]) &&
         is_hex(text[at + 5]);
}

// Half a surrogate pair, as programs write it that cut texts at so many UTF-16 units, is no reason
// to lose a record: it becomes U+FFFD.
bool repair_surrogates(std::string_view text, std::string& repaired) {
  repaired = text;
  bool changed = false;
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
    if (is_escape(text, at, '8', 'b') && is_escape(text, at + 6, 'c', 'f')) {
      at += 12;
    } else if (is_escape(text, at, '8', 'f')) {
      repaired.replace(at, 6, "\\ufffd");
      changed = true;
      at += 6;
    } else {
      at += 2;
    }
  }
  return changed;
}

}  // namespace

Result<dom::element> parse_json(dom::parser& parser, std::string_view text, std::string& scratch) {
  dom::element root;
  simdjson::error_code error = parser.parse(text.data(), text.size(), false).get(root);
  if (error == simdjson::STRING_ERROR && repair_surrogates(text, scratch)) {
    scratch.reserve(scratch.size() + simdjson::SIMDJSON_PADDING);
    error = parser.parse(scratch.data(), scratch.size(), false).get(root);
  }
  if (error == simdjson::DEPTH_ERROR) {
    return fail(ErrorCode::kUnreadable, "broken JSON: brackets nested more than " +
                                            std::to_string(simdjson::DEFAULT_MAX_DEPTH) + " deep");
  }
  if (error != simdjson::SUCCESS) {
    return fail(ErrorCode::kUnreadable, "broken JSON: " + json_problem(text));
  }
  return root;
}

Result<RawPage> json_page(dom::object object, const ReadContext& context) {
  FieldCollector fields;
  for (const auto [key, value] : object) {
    FieldName name;
    if (find_field(key, name)) {
      std::vector<std::string> values;
      collect(value, 0, values);
      fields.add(name, std::move(values));
    }
  }
  return fields.take_page("field", context);
}

}  // namespace lede
