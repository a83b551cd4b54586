// Words that must stand together are marked where they do, and nowhere else.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/group_finder.h"

#include <gmock/gmock.h>

#include <chrono>

#include "searcher/query/parser.h"
#include "tests/unit/searcher/snippet/test_units.h"

namespace lede {
namespace {

// `text` with the matches of `query` in brackets.
std::string marked(const std::string& query, const std::string& text) {
  static Analyzer analyzer;
  const auto parsed = parse_query(query, {});
  const std::vector<std::string> languages{"en"};
  const auto units = analyze_query(parsed->root, analyzer, languages);
  return test::bracketed(text, find_matches(text, "en", Field::kAny, units, analyzer));
}

struct GroupCase {
  std::string query;
  std::string text;
  std::string expected;
};

void expect_groups(const std::vector<GroupCase>& cases) {
  for (const auto& [query, text, expected] : cases) {
    EXPECT_EQ(marked(query, text), expected) << query;
  }
}

TEST(GroupFinder, MarksWordsWithinTheDistance) {
  expect_groups({
      {"sea NEAR/1 wall", "sea wall, wall sea, sea old wall",
       "[sea] [wall], [wall] [sea], sea old wall"},
      {"sea NEAR/1 wall", "sea old wall", "sea old wall"},
      {"sea NEAR/2 wall", "sea old wall", "[sea] old [wall]"},
      {"sea NEAR/2 wall", "wall by sea; a long way off the sea",
       "[wall] by [sea]; a long way off the sea"},
      {"sea NEAR/3 wall NEAR/3 old", "old sea wall", "[old] [sea] [wall]"},
      {"sea NEAR/1 wall NEAR/1 old", "old and sea and wall", "old and sea and wall"},
  });
}

TEST(GroupFinder, MarksOnlyThisOrderWithAdj) {
  expect_groups({
      {"sea ADJ wall", "wall sea wall", "wall [sea] [wall]"},
      {"sea ADJ/2 wall", "sea wall wall wall", "[sea] [wall] [wall] wall"},
      {"a ADJ/2 b ADJ/2 c", "a c b c", "[a] c [b] [c]"},
  });
}

TEST(GroupFinder, CountsAPhraseAsOneWord) {
  expect_groups({
      {"\"old sea wall\" NEAR/1 tower", "old sea wall tower", "[old sea wall] [tower]"},
      {"\"old sea wall\" NEAR/1 tower", "tower of old sea wall", "tower of old sea wall"},
      {"long-range NEAR/1 gun", "gun long range, a longrange gun",
       "[gun] [long range], a [longrange] [gun]"},
  });
}

TEST(GroupFinder, WantsAWordForEachPart) {
  expect_groups({
      {"wal* NEAR/3 wall", "one wall", "one wall"},
      {"wal* NEAR/3 wall", "wall and walk", "[wall] and [walk]"},
      {"\"sea wall\" NEAR/3 wall", "sea wall", "sea wall"},
      {"\"sea wall\" NEAR/3 wall", "wall sea wall", "[wall] [sea wall]"},
      {"sea SENTENCE sea", "A sea. The sea by the sea.", "A sea. The [sea] by the [sea]."},
  });
}

TEST(GroupFinder, MarksSentencesThatHaveAll) {
  expect_groups({
      {"sea SENTENCE wall", "The sea. The wall by the sea. A wall.",
       "The sea. The [wall] by the [sea]. A wall."},
      {"sea SENTENCE wall", "sea\nwall", "sea\nwall"},
      {"\"the sea\" SENTENCE wall", "Off the sea. Off the wall.", "Off the sea. Off the wall."},
      {"sea SENTENCE (wall OR tower)", "Sea tower. Sea.", "[Sea] [tower]. Sea."},
  });
}

TEST(GroupFinder, TakesTheWordsOfALoosePhraseInAnyOrder) {
  expect_groups({
      {"\"sea wall\"~1", "wall of sea", "[wall] of [sea]"},
      {"\"sea wall\"~1", "wall of the sea", "wall of the sea"},
      {"\"sea wall\"~2", "walls of the sea", "walls of the sea"},
  });
}

TEST(GroupFinder, LeavesPlainWordsBesideItAlone) {
  EXPECT_EQ(marked("sea (sea NEAR/1 wall)", "sea, a sea wall"), "[sea], a [sea] [wall]");
}

TEST(GroupFinder, StaysLinearWhenEveryWordMatches) {
  std::string text;
  for (int i = 0; i < 30'000; ++i) {
    text += "sea wall ";
  }
  const auto started = std::chrono::steady_clock::now();
  for (const std::string query : {"sea NEAR/100 wall", "sea ADJ/100 wall", "sea SENTENCE wall"}) {
    EXPECT_EQ(marked(query, text).size(), text.size() + 4 * 30'000U) << query;
  }
  marked("sea NEAR/100 s* NEAR/100 se* NEAR/100 sea", text);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
  EXPECT_LT(took.count(), 60) << "seconds; all combinations would take for ever";
}

}  // namespace
}  // namespace lede
