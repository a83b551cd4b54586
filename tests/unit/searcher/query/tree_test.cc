// Where the nodes of a tree lie in what was typed, how trees print, and what warnings say.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "searcher/query/parser.h"
#include "searcher/query/warnings.h"
#include "tests/unit/searcher/query/tree_reader.h"

namespace lede {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

ParsedQuery parse(std::string_view query) {
  auto parsed = parse_query(query, {});
  EXPECT_TRUE(parsed) << query;
  return parsed ? *parsed : ParsedQuery{};
}

// What the node covers of `query`.
std::string_view covered(std::string_view query, const QueryNode& node) {
  return query.substr(node.start, node.end - node.start);
}

std::string message_of(std::string_view query) {
  const ParsedQuery parsed = parse(query);
  return parsed.warnings.empty() ? "" : parsed.warnings.front().message;
}

TEST(QueryOffsets, CoverWhatWasTyped) {
  const std::string_view query = "Київ -title:\"a b\" (c OR d*) +e";
  const ParsedQuery parsed = parse(query);
  ASSERT_THAT(parsed.root.children, SizeIs(4));
  EXPECT_EQ(covered(query, parsed.root.children[0]), "Київ");
  EXPECT_EQ(covered(query, parsed.root.children[1]), "-title:\"a b\"");
  EXPECT_EQ(covered(query, parsed.root.children[1].children[0]), "title:\"a b\"");
  EXPECT_EQ(covered(query, parsed.root.children[2]), "(c OR d*)");
  EXPECT_EQ(covered(query, parsed.root.children[2].children[1]), "d*");
  EXPECT_EQ(covered(query, parsed.root.children[3]), "e");
}

TEST(QueryOffsets, OfWarningsPointAtWhatTheyAreAbout) {
  const ParsedQuery parsed = parse("x date:soon foo:y \"z");
  ASSERT_THAT(parsed.warnings, SizeIs(3));
  EXPECT_EQ(parsed.warnings[0].at, 7U);
  EXPECT_EQ(parsed.warnings[1].at, 12U);
  EXPECT_EQ(parsed.warnings[2].at, 18U);
}

TEST(QueryOffsets, CountInTheTextWithReplacementCharacters) {
  const ParsedQuery parsed = parse("\xFF\xFF foo:y");
  ASSERT_THAT(parsed.warnings, SizeIs(1));
  EXPECT_EQ(parsed.warnings[0].at, 7U);  // two times U+FFFD, which has three bytes
}

TEST(QueryText, ControlCharactersAndNulsAreWhiteSpace) {
  EXPECT_EQ(to_string(parse(std::string_view("a\0b\tc\x7F\n", 7)).root),
            "(words word:a word:b word:c)");
  EXPECT_EQ(to_string(parse("a\u0085b\u009Bc").root), "(words word:a word:b word:c)");
  EXPECT_EQ(to_string(parse(std::string_view("\"a\0b\"", 5)).root), "phrase:\"a b\"");
}

TEST(QueryText, UnicodeSpacesSeparate) {
  EXPECT_EQ(to_string(parse("a\u00A0b\u3000c\u2009d\u200Be").root),
            "(words word:a word:b word:c word:d word:e)");
}

TEST(QueryText, ByteOrderMarkIsIgnored) {
  EXPECT_EQ(to_string(parse("\uFEFF-biden").root), "(not word:biden)");
}

TEST(QueryText, InvalidBytesBecomeReplacementCharacters) {
  EXPECT_EQ(to_string(parse("a\xFFz").root), "word:a\uFFFDz");
  EXPECT_TRUE(parse("\xFF\xC3").empty);
}

TEST(QueryText, EmptyQueriesAreEmpty) {
  for (const std::string_view query : {"", " ", "\t\n", "...", "()", "\"\"", "AND", "-", "&"}) {
    EXPECT_TRUE(parse(query).empty) << query;
  }
  for (const std::string_view query : {"*", "a", "-a", "date:2024"}) {
    EXPECT_FALSE(parse(query).empty) << query;
  }
}

TEST(QueryTree, PrintsAllItHolds) {
  QueryNode root;
  root.kind = NodeKind::kAnd;
  root.children.resize(4);
  root.children[0] = {NodeKind::kWord, Field::kAny, "a\\\"b)", true, 1, 0, {}, 0, 0, {}};
  root.children[1] = {NodeKind::kPhrase, Field::kTitle, "one", false, 1, 0, {}, 0, 0, {}};
  root.children[2] = {NodeKind::kDates, Field::kAny, "", false, 1, 0, {0, 1718366401}, 0, 0, {}};
  root.children[3] = {NodeKind::kDates, Field::kAny, "", false, 1, 0, {-1, std::nullopt}, 0, 0, {}};
  EXPECT_EQ(to_string(root),
            "(and +word:\"a\\\\\\\"b)\" phrase@title:\"one\" "
            "date:1970-01-01..2024-06-14T12:00:01 date:1969-12-31T23:59:59..)");
}

TEST(QueryTree, ReadsBackAsPrinted) {
  for (const std::string_view query :
       {"a", "\"a \\\" b\" c", "+(a OR -b) title:c* lang:uk", "id:\"a b\"", "after:2024 x\\\"y"}) {
    const std::string printed = to_string(parse(query).root);
    const auto read = test::read_tree(printed);
    ASSERT_TRUE(read) << printed;
    EXPECT_EQ(to_string(*read), printed);
  }
}

TEST(QueryWarnings, NameTheNearestRightForm) {
  EXPECT_THAT(message_of("tilte:x"), HasSubstr("did you mean \"title:\""));
  EXPECT_THAT(message_of("soruce:x"), HasSubstr("did you mean \"source:\""));
  EXPECT_THAT(message_of("zebra:x"), HasSubstr("fields are title, author"));
  EXPECT_THAT(message_of("date:05/06/2024"), HasSubstr("may be 2024-06-05 or 2024-05-06"));
  EXPECT_THAT(message_of("date:2024-13"), HasSubstr("no month 13"));
  EXPECT_THAT(message_of("date:2023-02-29"), HasSubstr("2023-02 has only 28 days"));
  EXPECT_THAT(message_of("us~2"), HasSubstr("searched for \"us\""));
  EXPECT_THAT(message_of("title: x"), HasSubstr("write \"title:word\""));
}

TEST(QueryWarnings, AreOnlySoMany) {
  std::string query;
  for (int i = 0; i < 60; ++i) {
    query += "foo:x ";
  }
  EXPECT_THAT(parse(query).warnings, SizeIs(query::Warnings::kMost));
}

TEST(QueryWarnings, CutWhatIsLongAtACharacter) {
  std::string query = "date:";
  for (int i = 0; i < 300; ++i) {
    query += "é";
  }
  EXPECT_THAT(message_of(query), HasSubstr("éé…\""));
  EXPECT_LT(message_of(query).size(), 400U);
}

}  // namespace
}  // namespace lede
