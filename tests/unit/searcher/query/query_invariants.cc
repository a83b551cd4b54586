// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/searcher/query/query_invariants.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "searcher/query/characters.h"
#include "searcher/query/numbers.h"
#include "searcher/query/warnings.h"
#include "tests/unit/searcher/query/tree_reader.h"

namespace lede::test {
namespace {

bool is_proximity(const QueryNode& node) {
  return node.kind == NodeKind::kNear || node.kind == NodeKind::kAdjacent ||
         node.kind == NodeKind::kSentence;
}

bool is_group(const QueryNode& node) {
  return node.kind == NodeKind::kWords || node.kind == NodeKind::kAnd ||
         node.kind == NodeKind::kOr || is_proximity(node);
}

bool has_text(const QueryNode& node) {
  return node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase ||
         node.kind == NodeKind::kPrefix || node.kind == NodeKind::kWildcard ||
         node.kind == NodeKind::kFuzzy || node.kind == NodeKind::kValue;
}

// Letters with "*" and "?" among them, and a letter first.
bool is_pattern(std::string_view text) {
  bool wild = false;
  for (std::size_t at = 0; at < text.size(); at += query::character_at(text, at).bytes) {
    const bool mark = text[at] == '*' || text[at] == '?';
    if (mark ? at == 0 : !query::is_word_character(query::character_at(text, at).code)) {
      return false;
    }
    wild = wild || mark;
  }
  return wild;
}

bool has_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += query::character_at(text, at).bytes) {
    if (query::is_space(query::character_at(text, at).code)) {
      return true;
    }
  }
  return false;
}

std::string broken_leaf(const QueryNode& node) {
  if (!node.children.empty()) {
    return "a leaf has children";
  }
  if (has_text(node) != !node.text.empty()) {
    return "a leaf has no text, or one it should not have";
  }
  if (has_text(node) &&
      (!query::has_word(node.text) || query::clean_text(node.text) != node.text)) {
    return "a text has no word, invalid bytes or control characters";
  }
  if ((node.kind == NodeKind::kWord || node.kind == NodeKind::kPrefix) && has_space(node.text)) {
    return "a word has white space";
  }
  if (node.kind == NodeKind::kWildcard && !is_pattern(node.text)) {
    return "a wildcard is no pattern";
  }
  const bool boolean = node.field == Field::kLanguage || node.field == Field::kId ||
                       node.field == Field::kHas || node.field == Field::kIs;
  if (boolean != (node.kind == NodeKind::kValue)) {
    return "a field and the kind of its leaf disagree";
  }
  const DateRange& dates = node.dates;
  if (dates.from && dates.to && *dates.from >= *dates.to) {
    return "a date range is empty";
  }
  return {};
}

std::string broken_numbers(const QueryNode& node) {
  const bool weighs = node.kind != NodeKind::kValue && node.kind != NodeKind::kDates &&
                      node.kind != NodeKind::kAll && node.kind != NodeKind::kNot;
  if (!(node.boost >= query::kLeastBoost && node.boost <= query::kMostBoost) ||
      (!weighs && node.boost != 1)) {
    return "a boost is out of bounds, or where nothing weighs";
  }
  switch (node.kind) {
    case NodeKind::kFuzzy:
      return node.distance == 1 || node.distance == 2 ? "" : "a fuzzy word has no distance";
    case NodeKind::kPhrase:
      return node.distance <= query::kMostWordsApart ? "" : "a phrase is too loose";
    case NodeKind::kNear:
    case NodeKind::kAdjacent: {
      const std::size_t most = query::kMostWordsApart * (node.children.size() - 1);
      return node.distance >= 1 && node.distance <= most ? "" : "a distance is out of bounds";
    }
    default:
      return node.distance == 0 ? "" : "a node has a distance that means nothing";
  }
}

// NEAR and its like hold leaves with a place in the text and ORs of them, all in one field.
std::string broken_proximity(const QueryNode& node, Field field, bool within_or) {
  for (const QueryNode& child : node.children) {
    if (child.required || child.boost != 1) {
      return "a part of a proximity has a mark of its own";
    }
    if (child.kind == NodeKind::kOr && !within_or) {
      if (std::string broken = broken_proximity(child, field, true); !broken.empty()) {
        return broken;
      }
      continue;
    }
    const bool placed = has_text(child) && child.kind != NodeKind::kValue &&
                        (child.kind != NodeKind::kPhrase || child.distance == 0);
    if (!placed || child.field != field) {
      return "a proximity joins what it cannot";
    }
  }
  return {};
}

Field first_field(const QueryNode& node) {
  return node.children.empty() ? node.field : first_field(node.children.front());
}

// A range is checked against what is around it, [start, end).
std::string broken_node(const QueryNode& node, std::size_t start, std::size_t end) {
  if (node.start < start || node.end > end || node.start > node.end) {
    return "a range is outside of what it is in";
  }
  if (is_group(node) && node.children.size() < 2) {
    return "a group has fewer than two children";
  }
  if (node.kind == NodeKind::kNot &&
      (node.children.size() != 1 || node.children[0].kind == NodeKind::kNot)) {
    return "a NOT has not one child, or a NOT for one";
  }
  if (std::string broken = broken_numbers(node); !broken.empty()) {
    return broken;
  }
  if (is_proximity(node)) {
    if (std::string broken = broken_proximity(node, first_field(node), false); !broken.empty()) {
      return broken;
    }
  }
  if (!is_group(node) && node.kind != NodeKind::kNot) {
    return broken_leaf(node);
  }
  for (const QueryNode& child : node.children) {
    if (node.kind == NodeKind::kOr && child.kind == NodeKind::kNot) {
      return "an OR has a NOT for a child";
    }
    if (std::string broken = broken_node(child, node.start, node.end); !broken.empty()) {
      return broken;
    }
  }
  return {};
}

// Leaves that were typed; NOT within OR brings an "everything" of its own.
std::size_t leaves_of(const QueryNode& node) {
  if (node.children.empty()) {
    return node.kind == NodeKind::kAll ? 0 : 1;
  }
  return std::accumulate(
      node.children.begin(), node.children.end(), std::size_t{0},
      [](std::size_t sum, const QueryNode& child) { return sum + leaves_of(child); });
}

std::size_t height_of(const QueryNode& node) {
  std::size_t highest = 0;
  for (const QueryNode& child : node.children) {
    highest = std::max(highest, height_of(child));
  }
  return highest + 1;
}

// Within each pair of brackets are at most so many levels: words, OR, AND, NEAR, NOT, a leaf, and
// what NOT within OR brings.
constexpr std::size_t kLevelsOfBrackets = 8;

QueryNode without_offsets(QueryNode node) {
  node.start = 0;
  node.end = 0;
  std::transform(node.children.begin(), node.children.end(), node.children.begin(),
                 without_offsets);
  return node;
}

std::string broken_warnings(const ParsedQuery& parsed, std::size_t size) {
  if (parsed.warnings.size() > query::Warnings::kMost) {
    return "too many warnings";
  }
  std::size_t last = 0;
  for (const QueryWarning& warning : parsed.warnings) {
    if (warning.at < last || warning.at >= size) {
      return "warnings are out of order or outside of the query";
    }
    last = warning.at;
    if (warning.code.empty() || warning.message.empty() ||
        query::clean_text(warning.message) != warning.message) {
      return "a warning has no code, or no clean message";
    }
  }
  return {};
}

}  // namespace

std::string broken_invariant(std::string_view query, const ParseOptions& options) {
  const auto parsed = parse_query(query, options);
  if (!parsed) {
    const bool known = is_query_error(parsed.error().code) && !parsed.error().message.empty() &&
                       !parsed.error().hint.empty();
    return known ? "" : "an error of another kind: " + parsed.error().message;
  }
  const std::size_t size = query::clean_text(query).size();
  if (std::string broken = broken_warnings(*parsed, size); !broken.empty()) {
    return broken;
  }
  const std::string printed = to_string(parsed->root);
  const auto again = parse_query(query, options);
  if (!again || !(again->root == parsed->root) || again->warnings != parsed->warnings) {
    return "parsed again it differs";
  }
  if (parsed->empty) {
    return printed == "(words)" ? "" : "an empty query has a tree: " + printed;
  }
  if (std::string broken = broken_node(parsed->root, 0, size); !broken.empty()) {
    return broken + ": " + printed;
  }
  if (leaves_of(parsed->root) > options.limits.terms ||
      height_of(parsed->root) > (options.limits.depth + 1) * kLevelsOfBrackets) {
    return "a limit was passed: " + printed;
  }
  const auto read = read_tree(printed);
  if (!read || !(*read == without_offsets(parsed->root))) {
    return "printed, it does not read back: " + printed;
  }
  return {};
}

}  // namespace lede::test
