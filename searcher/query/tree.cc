// The tree on one line; parser.h says how it is written.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/tree.h"

#include <locale>
#include <sstream>
#include <string_view>

#include "searcher/query/calendar.h"
#include "searcher/query/characters.h"
#include "searcher/query/fields.h"
#include "searcher/query/parser.h"

namespace lede {
namespace {

bool needs_quotes(std::string_view text) {
  if (text.empty() || text.find_first_of(" ()\"\\~^") != std::string_view::npos) {
    return true;
  }
  for (std::size_t at = 0; at < text.size();) {
    const query::Character c = query::character_at(text, at);
    if (query::is_space(c.code)) {
      return true;
    }
    at += c.bytes;
  }
  return false;
}

std::string escaped(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
    }
    result += c;
  }
  return result + '"';
}

void print_leaf(const QueryNode& node, std::string& out) {
  if (node.field != Field::kAny) {
    out += '@';
    out += query::field_name(node.field);
  }
  out += ':';
  const bool quotes = node.kind == NodeKind::kPhrase || needs_quotes(node.text);
  out += quotes ? escaped(node.text) : node.text;
}

void print_dates(const DateRange& dates, std::string& out) {
  out += ':';
  out += dates.from ? query::show_instant(*dates.from) : "";
  out += "..";
  out += dates.to ? query::show_instant(*dates.to) : "";
}

// "~2^1.5": the distance and the boost, where there are any.
void print_marks(const QueryNode& node, std::string& out) {
  if (node.distance > 0) {
    out += '~' + std::to_string(node.distance);
  }
  if (node.boost != 1) {
    std::ostringstream boost;
    boost.imbue(std::locale::classic());
    boost << node.boost;
    out += '^' + boost.str();
  }
}

void print(const QueryNode& node, std::string& out) {
  out += node.required ? "+" : "";
  switch (node.kind) {
    case NodeKind::kWord:
    case NodeKind::kPhrase:
    case NodeKind::kPrefix:
    case NodeKind::kWildcard:
    case NodeKind::kFuzzy:
    case NodeKind::kValue:
      out += kind_name(node.kind);
      print_leaf(node, out);
      print_marks(node, out);
      return;
    case NodeKind::kDates:
      out += kind_name(node.kind);
      print_dates(node.dates, out);
      return;
    case NodeKind::kAll:
      out += kind_name(node.kind);
      return;
    default:
      break;
  }
  out += '(';
  out += kind_name(node.kind);
  for (const QueryNode& child : node.children) {
    out += ' ';
    print(child, out);
  }
  out += ')';
  print_marks(node, out);
}

}  // namespace

std::string_view kind_name(NodeKind kind) {
  switch (kind) {
    case NodeKind::kWord:
      return "word";
    case NodeKind::kPhrase:
      return "phrase";
    case NodeKind::kPrefix:
      return "prefix";
    case NodeKind::kWildcard:
      return "wildcard";
    case NodeKind::kFuzzy:
      return "fuzzy";
    case NodeKind::kValue:
      return "value";
    case NodeKind::kDates:
      return "date";
    case NodeKind::kAll:
      return "all";
    case NodeKind::kWords:
      return "words";
    case NodeKind::kAnd:
      return "and";
    case NodeKind::kOr:
      return "or";
    case NodeKind::kNot:
      return "not";
    case NodeKind::kNear:
      return "near";
    case NodeKind::kAdjacent:
      return "adjacent";
    case NodeKind::kSentence:
      return "sentence";
  }
  return {};
}

std::string to_string(const QueryNode& node) {
  std::string out;
  print(node, out);
  return out;
}

}  // namespace lede
