// From the end of what was typed back to a space, a quotation mark or a colon.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/suggest/typed_prefix.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "common/text/utf8.h"
#include "searcher/query/fields.h"

namespace lede {
namespace {

// Where the last run without white space begins.
std::size_t last_run(std::string_view typed) {
  std::size_t start = 0;
  for (std::size_t at = 0; at < typed.size();) {
    const CodePoint point = decode(typed, at);
    at = point.next;
    if (u_isUWhiteSpace(static_cast<UChar32>(point.value)) != 0) {
      start = at;
    }
  }
  return start;
}

struct FieldValue {
  Field field = Field::kAny;
  std::size_t name = 0;   // where its name begins
  std::size_t value = 0;  // and its value
};

// The field whose name ends at the colon before `value`.
std::optional<FieldValue> field_before(std::string_view typed, std::size_t value) {
  if (value == 0 || typed[value - 1] != ':') {
    return std::nullopt;
  }
  std::size_t name = last_run(typed.substr(0, value - 1));
  name = std::min(typed.find_first_not_of("(-+!", name), value - 1);
  const auto field = query::find_field(typed.substr(name, value - 1 - name));
  if (!field) {
    return std::nullopt;
  }
  return FieldValue{field->field, name, value};
}

// The field in whose value, bare or in quotation marks, the text ends.
std::optional<FieldValue> open_field(std::string_view typed) {
  if (std::count(typed.begin(), typed.end(), '"') % 2 == 1) {
    const std::size_t quote = typed.rfind('"');
    auto field = field_before(typed, quote);
    if (field) {
      ++field->value;
    }
    return field;
  }
  const std::size_t run = last_run(typed);
  const std::size_t colon = typed.find(':', run);
  return colon == std::string_view::npos ? std::nullopt : field_before(typed, colon + 1);
}

}  // namespace

TypedPrefix typed_prefix(std::string_view typed, Analyzer& analyzer) {
  TypedPrefix prefix;
  std::size_t value = 0;
  if (const auto field = open_field(typed)) {
    prefix.field = field->field;
    prefix.before_field = typed.substr(0, field->name);
    value = field->value;
  }
  std::size_t start = typed.size();
  analyzer.analyze(typed.substr(value), "", [&](const Token& token) {
    if (token.kind == TokenKind::kWord) {
      prefix.words.emplace_back(token.term);
      if (value + token.end == typed.size()) {
        start = value + token.start;
        prefix.term = token.term;
      }
    }
  });
  prefix.before = typed.substr(0, start);
  return prefix;
}

}  // namespace lede
