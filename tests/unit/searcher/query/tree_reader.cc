// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/searcher/query/tree_reader.h"

#include <date/date.h>

#include <cstdio>
#include <map>
#include <string>

namespace lede::test {
namespace {

const std::map<std::string, NodeKind, std::less<>>& kinds() {
  static const std::map<std::string, NodeKind, std::less<>> names = {
      {"word", NodeKind::kWord},
      {"phrase", NodeKind::kPhrase},
      {"prefix", NodeKind::kPrefix},
      {"wildcard", NodeKind::kWildcard},
      {"fuzzy", NodeKind::kFuzzy},
      {"value", NodeKind::kValue},
      {"date", NodeKind::kDates},
      {"all", NodeKind::kAll},
      {"words", NodeKind::kWords},
      {"and", NodeKind::kAnd},
      {"or", NodeKind::kOr},
      {"not", NodeKind::kNot},
      {"near", NodeKind::kNear},
      {"adjacent", NodeKind::kAdjacent},
      {"sentence", NodeKind::kSentence}};
  return names;
}

const std::map<std::string, Field, std::less<>>& fields() {
  static const std::map<std::string, Field, std::less<>> names = {
      {"title", Field::kTitle}, {"author", Field::kAuthor}, {"source", Field::kSource},
      {"place", Field::kPlace}, {"lang", Field::kLanguage}, {"id", Field::kId},
      {"url", Field::kUrl},     {"path", Field::kPath},     {"has", Field::kHas},
      {"is", Field::kIs}};
  return names;
}

class TreeReader {
 public:
  explicit TreeReader(std::string_view text) : left_(text) {}

  std::optional<QueryNode> read() {
    auto node = read_node();
    return left_.empty() ? node : std::nullopt;
  }

 private:
  bool take(std::string_view expected) {
    const bool found = left_.substr(0, expected.size()) == expected;
    left_.remove_prefix(found ? expected.size() : 0);
    return found;
  }

  std::string take_until(std::string_view ends) {
    std::string word(left_.substr(0, left_.find_first_of(ends)));
    left_.remove_prefix(word.size());
    return word;
  }

  std::optional<QueryNode> read_node() {
    QueryNode node;
    node.required = take("+");
    const bool group = take("(");
    const auto kind = kinds().find(take_until(" ):@^"));
    if (kind == kinds().end()) {
      return std::nullopt;
    }
    node.kind = kind->second;
    const bool read = (group ? read_children(node) : read_leaf(node)) && read_marks(node);
    return read ? std::optional(node) : std::nullopt;
  }

  // "~5^2"
  bool read_marks(QueryNode& node) {
    if (take("~")) {
      node.distance = static_cast<std::uint32_t>(std::stoul(take_until("^ )")));
    }
    if (take("^")) {
      node.boost = std::stod(take_until(" )"));
    }
    return true;
  }

  bool read_children(QueryNode& node) {
    while (take(" ")) {
      auto child = read_node();
      if (!child) {
        return false;
      }
      node.children.push_back(*child);
    }
    return take(")");
  }

  bool read_leaf(QueryNode& node) {
    if (node.kind == NodeKind::kAll) {
      return true;
    }
    if (take("@")) {
      const auto field = fields().find(take_until(":"));
      if (field == fields().end()) {
        return false;
      }
      node.field = field->second;
    }
    if (!take(":")) {
      return false;
    }
    return node.kind == NodeKind::kDates ? read_dates(node.dates) : read_text(node.text);
  }

  bool read_text(std::string& text) {
    if (!take("\"")) {
      text = take_until(" )~^");
      return !text.empty();
    }
    while (!left_.empty() && !take("\"")) {
      take("\\");
      text += left_.substr(0, 1);
      left_.remove_prefix(1);
    }
    return true;
  }

  bool read_dates(DateRange& dates) {
    const std::string text = take_until(" )");
    const std::size_t dots = text.find("..");
    if (dots == std::string::npos) {
      return false;
    }
    dates.from = read_time(text.substr(0, dots));
    dates.to = read_time(text.substr(dots + 2));
    return true;
  }

  static std::optional<std::int64_t> read_time(const std::string& text) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    unsigned hour = 0;
    unsigned minute = 0;
    unsigned second = 0;
    // NOLINTNEXTLINE(cert-err34-c): a wrong number makes a tree that is not the one printed
    if (std::sscanf(text.c_str(), "%d-%u-%uT%u:%u:%u", &year, &month, &day, &hour, &minute,
                    &second) < 3) {
      return std::nullopt;
    }
    const date::sys_days days = date::year{year} / date::month{month} / date::day{day};
    return std::int64_t{days.time_since_epoch().count()} * 86400 + std::int64_t{hour} * 3600 +
           std::int64_t{minute} * 60 + second;
  }

  std::string_view left_;
};

}  // namespace

std::optional<QueryNode> read_tree(std::string_view printed) { return TreeReader(printed).read(); }

}  // namespace lede::test
