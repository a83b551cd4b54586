// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/parser.h"
namespace lede {
Result<ParsedQuery> parse_query(std::string_view query, const ParseOptions&) {
  ParsedQuery parsed;
  parsed.root.kind = NodeKind::kWord;
  parsed.root.text = query;
  parsed.root.end = query.size();
  parsed.empty = query.empty();
  return parsed;
}
std::string to_string(const QueryNode& node) { return node.text; }
}  // namespace lede
