// Units by way of analyze_query.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/searcher/snippet/test_units.h"

namespace lede::test {
namespace {

Analyzer& analyzer() {
  static Analyzer one;
  return one;
}

}  // namespace

std::vector<QueryUnit> make_units(const TypedUnits& typed,
                                  const std::vector<std::string>& languages) {
  QueryNode root;
  root.kind = NodeKind::kWords;
  for (const auto& [kind, text] : typed) {
    QueryNode node;
    node.kind = kind;
    node.text = text;
    root.children.push_back(node);
  }
  return analyze_query(root, analyzer(), languages);
}

std::vector<TextMatch> matches_in(std::string_view text, const std::vector<QueryUnit>& units,
                                  std::string_view language, Field field) {
  return find_matches(text, language, field, units, analyzer());
}

std::string bracketed(std::string_view text, const std::vector<TextMatch>& matches) {
  std::string out;
  std::size_t done = 0;
  for (const auto& match : matches) {
    out.append(text.substr(done, match.start - done)).append("[");
    out.append(text.substr(match.start, match.end - match.start)).append("]");
    done = match.end;
  }
  return out.append(text.substr(done));
}

std::string marked(std::string_view text, const TypedUnits& typed, const std::string& language) {
  return bracketed(text, matches_in(text, make_units(typed, {language}), language));
}

}  // namespace lede::test
