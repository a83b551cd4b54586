// Combining nodes into groups.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/shape.h"

#include <algorithm>
#include <utility>

namespace lede::query {
namespace {

bool is_all(const QueryNode& node) { return node.kind == NodeKind::kAll; }

// Beside words "*" says nothing, but under --match any it would match everything.
void drop_stars(std::vector<QueryNode>& parts) {
  const auto kept = std::stable_partition(parts.begin(), parts.end(),
                                          [](const QueryNode& node) { return !is_all(node); });
  parts.erase(kept == parts.begin() ? kept + 1 : kept, parts.end());
}

QueryNode combine(NodeKind kind, std::vector<QueryNode> parts) {
  QueryNode node;
  node.kind = kind;
  node.start = parts.front().start;
  node.end = parts.back().end;
  node.children = std::move(parts);
  return node;
}

// `a OR NOT b`: everything without b is a set that OR can join.
QueryNode as_alternative(QueryNode node) {
  if (node.kind != NodeKind::kNot) {
    return node;
  }
  std::vector<QueryNode> parts(2);
  parts[0].kind = NodeKind::kAll;
  parts[0].start = parts[0].end = node.start;
  parts[1] = std::move(node);
  return combine(NodeKind::kAnd, std::move(parts));
}

}  // namespace

std::optional<QueryNode> join(NodeKind kind, std::vector<QueryNode> parts) {
  if (kind == NodeKind::kWords && parts.size() > 1) {
    drop_stars(parts);
  }
  if (parts.empty()) {
    return std::nullopt;
  }
  if (parts.size() == 1) {
    return std::move(parts.front());
  }
  if (kind == NodeKind::kOr) {
    std::transform(std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()),
                   parts.begin(), as_alternative);
  }
  return combine(kind, std::move(parts));
}

QueryNode negate(QueryNode node, std::size_t start) {
  if (node.kind == NodeKind::kNot) {
    QueryNode inner = std::move(node.children.front());
    return inner;
  }
  QueryNode outer;
  outer.kind = NodeKind::kNot;
  outer.start = start;
  outer.end = node.end;
  outer.children.push_back(std::move(node));
  return outer;
}

bool can_weigh(const QueryNode& node) {
  return node.kind != NodeKind::kValue && node.kind != NodeKind::kDates &&
         node.kind != NodeKind::kAll && node.kind != NodeKind::kNot;
}

}  // namespace lede::query
