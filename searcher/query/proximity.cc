// Joining words by how near they are.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/proximity.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "searcher/query/characters.h"
#include "searcher/query/numbers.h"

namespace lede::query {
namespace {

using Nodes = std::vector<QueryNode>;

bool is_leaf_with_place(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::kWord:
    case NodeKind::kPrefix:
    case NodeKind::kWildcard:
    case NodeKind::kFuzzy:
      return true;
    case NodeKind::kPhrase:
      return node.distance == 0;
    default:
      return false;
  }
}

// Whether `holds` of `part`, or of all that it, an OR, is made of.
template <typename Holds>
bool holds_of_leaves(const QueryNode& part, const Holds& holds) {
  return part.kind == NodeKind::kOr
             ? std::all_of(part.children.begin(), part.children.end(),
                           [&](const QueryNode& child) { return holds_of_leaves(child, holds); })
             : holds(part);
}

const QueryNode& first_leaf(const QueryNode& part) {
  return part.kind == NodeKind::kOr ? first_leaf(part.children.front()) : part;
}

// Why the parts cannot be joined; empty where they can.
std::string_view obstacle(const Nodes& parts, const std::vector<const Token*>& links) {
  const NodeKind kind = proximity_of(links.front()->text)->kind;
  if (!std::all_of(links.begin(), links.end(),
                   [kind](const Token* link) { return proximity_of(link->text)->kind == kind; })) {
    return "NEAR, ADJ and SENTENCE cannot be mixed";
  }
  if (!std::all_of(parts.begin(), parts.end(), [](const QueryNode& part) {
        return holds_of_leaves(part, is_leaf_with_place);
      })) {
    return "it joins words, phrases and ORs of them only";
  }
  const Field field = first_leaf(parts.front()).field;
  if (!std::all_of(parts.begin(), parts.end(), [field](const QueryNode& part) {
        return holds_of_leaves(part,
                               [field](const QueryNode& leaf) { return leaf.field == field; });
      })) {
    return "both sides must be in the same field, as in title:(a NEAR b)";
  }
  return {};
}

// ORs within an OR become one.
void flatten_alternatives(QueryNode& node) {
  Nodes leaves;
  for (QueryNode& child : node.children) {
    flatten_alternatives(child);
    if (child.kind == NodeKind::kOr) {
      std::move(child.children.begin(), child.children.end(), std::back_inserter(leaves));
    } else {
      leaves.push_back(std::move(child));
    }
  }
  node.children = std::move(leaves);
}

std::uint32_t distance_of(const Token& link, Warnings& warnings) {
  const Proximity proximity = *proximity_of(link.text);
  if (proximity.kind == NodeKind::kSentence) {
    return 0;
  }
  if (proximity.number.empty()) {
    return proximity.kind == NodeKind::kNear ? kNearDistance : kAdjacentDistance;
  }
  return read_count({proximity.number, link.text, link.start}, {1, kMostWordsApart}, warnings);
}

// Only the whole can weigh and be required.
void hoist_marks(QueryNode& node, QueryNode& whole, Warnings& warnings) {
  whole.required = whole.required || node.required;
  node.required = false;
  if (node.boost != 1) {
    warnings.add(warning::kMisplacedMark, node.start,
                 "a weight (^) within NEAR, ADJ or SENTENCE was ignored; put the whole in brackets "
                 "and the weight after them");
    node.boost = 1;
  }
  for (QueryNode& child : node.children) {
    hoist_marks(child, whole, warnings);
  }
}

}  // namespace

std::optional<Proximity> proximity_of(std::string_view word) {
  const std::size_t slash = std::min(word.find('/'), word.size());
  const std::string_view name = word.substr(0, slash);
  const bool has_slash = slash < word.size();
  const std::string_view number = has_slash ? word.substr(slash + 1) : std::string_view();
  if ((has_slash && number.empty()) || !std::all_of(number.begin(), number.end(), is_ascii_digit)) {
    return std::nullopt;
  }
  if (name == "NEAR" || (has_slash && name == "W")) {
    return Proximity{NodeKind::kNear, number};
  }
  if (name == "ADJ" || (has_slash && name == "PRE")) {
    return Proximity{NodeKind::kAdjacent, number};
  }
  return word == "SENTENCE" ? std::optional(Proximity{NodeKind::kSentence, {}}) : std::nullopt;
}

Nodes join_near(Nodes parts, const std::vector<const Token*>& links, Warnings& warnings) {
  if (const std::string_view reason = obstacle(parts, links); !reason.empty()) {
    warnings.add(warning::kBadProximity, links.front()->start,
                 in_quotes(links.front()->text) +
                     " was ignored, and the words are searched anywhere: " + std::string(reason));
    return parts;
  }
  QueryNode node;
  node.kind = proximity_of(links.front()->text)->kind;
  for (const Token* link : links) {
    node.distance += distance_of(*link, warnings);
  }
  node.start = parts.front().start;
  node.end = parts.back().end;
  for (QueryNode& part : parts) {
    hoist_marks(part, node, warnings);
    flatten_alternatives(part);
  }
  node.children = std::move(parts);
  Nodes joined;
  joined.push_back(std::move(node));
  return joined;
}

}  // namespace lede::query
