// Any query, any text: matches in order, passages that are parts of the text, marks inside them.
// The first line of the input is the query, a unit a word (`"a_b`: a phrase, `*a`: a prefix,
// `?a*b`: a wildcard; `^a`, `>a`, `%a`: near, after, in one sentence with the unit before); the
// rest is the text.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/snippet/snippet.h"

namespace {

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

lede::QueryNode make_leaf(std::string_view word) {
  lede::QueryNode leaf;
  leaf.kind = lede::NodeKind::kWord;
  if (!word.empty() && word.front() == '"') {
    leaf.kind = lede::NodeKind::kPhrase;
  } else if (!word.empty() && word.front() == '*') {
    leaf.kind = lede::NodeKind::kPrefix;
  } else if (!word.empty() && word.front() == '?') {
    leaf.kind = lede::NodeKind::kWildcard;
  }
  if (leaf.kind != lede::NodeKind::kWord) {
    word.remove_prefix(1);
  }
  for (const char letter : word) {
    leaf.text += letter == '_' ? ' ' : letter;
  }
  return leaf;
}

// Puts `leaf` into a group with the last child, when its first letter says so.
bool joins_last(std::string_view word, lede::QueryNode& root) {
  const std::string_view kinds = "^>%";
  const std::size_t kind = word.empty() ? std::string_view::npos : kinds.find(word.front());
  if (kind == std::string_view::npos || root.children.empty()) {
    return false;
  }
  constexpr lede::NodeKind kGroups[] = {lede::NodeKind::kNear, lede::NodeKind::kAdjacent,
                                        lede::NodeKind::kSentence};
  lede::QueryNode group;
  group.kind = kGroups[kind];
  group.distance = static_cast<std::uint32_t>(word.size());
  group.children = {root.children.back(), make_leaf(word.substr(1))};
  root.children.back() = group;
  return true;
}

std::vector<lede::QueryUnit> make_units(std::string_view line, lede::Analyzer& analyzer) {
  lede::QueryNode root;
  while (!line.empty() && root.children.size() < 16) {
    const std::size_t end = std::min(line.find(' '), line.size());
    if (!joins_last(line.substr(0, end), root)) {
      root.children.push_back(make_leaf(line.substr(0, end)));
    }
    line.remove_prefix(std::min(line.size(), end + 1));
  }
  const std::vector<std::string> languages{"en", "und"};
  auto units = lede::analyze_query(root, analyzer, languages);
  for (std::size_t i = 0; i < units.size(); ++i) {
    units[i].weight = static_cast<double>(i % 3);
  }
  return units;
}

void check(std::string_view text, const std::vector<lede::Snippet>& snippets) {
  std::size_t done = 0;
  for (const auto& snippet : snippets) {
    require(snippet.start >= done && snippet.start + snippet.text.size() <= text.size());
    require(text.substr(snippet.start, snippet.text.size()) == snippet.text);
    done = snippet.start + snippet.text.size();
    std::size_t marked = 0;
    for (const auto& [from, to] : snippet.marks) {
      require(from >= marked && from < to && to <= snippet.text.size());
      marked = to;
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static lede::Analyzer analyzer;
  const std::string input(reinterpret_cast<const char*>(data), size);
  const std::string_view all = input;
  const std::size_t line = std::min(all.find('\n'), all.size());
  const std::string_view text = all.substr(std::min(line + 1, all.size()));
  const auto units = make_units(all.substr(0, line), analyzer);
  const auto matches = lede::find_matches(text, "en", lede::Field::kAny, units, analyzer);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    require(matches[i].start < matches[i].end && matches[i].end <= text.size());
    require(matches[i].unit < units.size());
    require(i == 0 || matches[i - 1].end <= matches[i].start);
  }
  for (const std::size_t bytes : {std::size_t{0}, std::size_t{40}, std::size_t{240}}) {
    check(text, lede::best_passages(text, matches, units, {3, bytes}));
  }
  return 0;
}
