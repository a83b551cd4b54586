// Documents are gathered in any order and come out sorted.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/document_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace lede {
namespace {

using testing::ElementsAre;

// A document whose terms stand in the order of their names.
IndexDocument sorted(IndexDocument document) {
  std::vector<IndexTerm> terms;
  for (const std::uint32_t number : document.sorted_terms()) {
    terms.push_back(document.terms[number]);
  }
  document.terms = terms;
  return document;
}

std::vector<std::string> names_of(const IndexDocument& document) {
  std::vector<std::string> names;
  for (const IndexTerm& term : document.terms) {
    names.emplace_back(document.name_of(term));
  }
  return names;
}

std::vector<std::uint32_t> positions_of(const IndexDocument& document, std::size_t term) {
  const auto positions = document.positions_of(document.terms.at(term));
  return {positions.begin(), positions.end()};
}

TEST(DocumentBuilder, SortsTermsByTheirBytes) {
  DocumentBuilder builder;
  for (const char* name : {"b", "\xff", "abc", "a", "ab", "B", "a longer name", "a longer one"}) {
    builder.add_term(name, 1);
  }
  builder.add_term({"a\0", 2}, 1);
  EXPECT_THAT(names_of(sorted(builder.finish())),
              ElementsAre("B", "a", std::string("a\0", 2), "a longer name", "a longer one", "ab",
                          "abc", "b", "\xff"));
}

TEST(DocumentBuilder, SettlesPositions) {
  DocumentBuilder builder;
  for (const std::uint32_t position : {9U, 2U, 9U, 5U, 2U, 1U}) {
    builder.add_posting("mixed", position, 1);
    builder.add_posting("same", 4, 2);
  }
  builder.add_posting("rising", 1, 1);
  builder.add_posting("rising", 2, 0);
  builder.add_term("none", 3);
  const IndexDocument document = sorted(builder.finish());
  ASSERT_THAT(names_of(document), ElementsAre("mixed", "none", "rising", "same"));
  EXPECT_THAT(positions_of(document, 0), ElementsAre(1, 2, 5, 9));
  EXPECT_THAT(positions_of(document, 1), ElementsAre());
  EXPECT_THAT(positions_of(document, 2), ElementsAre(1, 2));
  EXPECT_THAT(positions_of(document, 3), ElementsAre(4));
  EXPECT_EQ(document.terms[0].wdf, 6U) << "each occurrence counts, repeated or not";
  EXPECT_EQ(document.terms[1].wdf, 3U);
  EXPECT_EQ(document.terms[2].wdf, 1U);
  EXPECT_EQ(document.terms[3].wdf, 12U);
}

TEST(DocumentBuilder, SortsValuesAndLeavesEmptyOnesOut) {
  DocumentBuilder builder;
  builder.add_value(300, "third");
  builder.add_value(2, "");
  builder.add_value(0, "first");
  builder.add_value(7, "second");
  const IndexDocument document = builder.finish();
  ASSERT_EQ(document.values.size(), 3U);
  EXPECT_EQ(document.values[0].bytes, "first");
  EXPECT_EQ(document.values[1].slot, 7U);
  EXPECT_EQ(document.values[2].slot, 300U);
}

TEST(DocumentBuilder, IsAsNewAfterEachDocument) {
  DocumentBuilder builder;
  for (int i = 0; i < 50000; ++i) {
    builder.add_posting("giant" + std::to_string(i), 1, 1);
  }
  builder.add_value(1, "value");
  builder.set_data("data");
  EXPECT_EQ(builder.finish().terms.size(), 50000U);
  builder.add_term("small", 1);
  const IndexDocument document = builder.finish();
  EXPECT_THAT(names_of(document), ElementsAre("small"));
  EXPECT_TRUE(document.values.empty());
  EXPECT_EQ(document.data, "");
  builder.add_term("dropped", 1);
  builder.clear();
  EXPECT_TRUE(builder.finish().terms.empty());
}

// What Xapian would have made of the same calls.
TEST(DocumentBuilder, GathersAsXapiansDocumentDoes) {
  std::mt19937 random(1);
  DocumentBuilder builder;
  for (int round = 0; round < 200; ++round) {
    Xapian::Document expected;
    for (std::size_t i = random() % 200; i > 0; --i) {
      const std::string name = "t" + std::to_string(random() % 60);
      const auto position = static_cast<std::uint32_t>(random() % 500);
      const auto times = static_cast<std::uint32_t>(random() % 4);
      if (random() % 4 == 0) {
        builder.add_term(name, times);
        expected.add_term(name, times);
      } else {
        builder.add_posting(name, position, times);
        expected.add_posting(name, position, times);
      }
    }
    const IndexDocument document = sorted(builder.finish());
    ASSERT_EQ(document.terms.size(), expected.termlist_count());
    auto term = expected.termlist_begin();
    for (std::size_t i = 0; i < document.terms.size(); ++i, ++term) {
      ASSERT_EQ(document.name_of(document.terms[i]), *term);
      ASSERT_EQ(document.terms[i].wdf, term.get_wdf());
      ASSERT_EQ(positions_of(document, i),
                std::vector<std::uint32_t>(term.positionlist_begin(), term.positionlist_end()));
    }
    ASSERT_EQ(to_xapian(document).serialise(), expected.serialise());
  }
}

TEST(IndexDocument, AValueTakesThePlaceOfThatInItsSlot) {
  std::vector<IndexValue> values;
  set_value(values, {5, "five"});
  set_value(values, {1, "one"});
  set_value(values, {9, "nine"});
  set_value(values, {5, "FIVE"});
  ASSERT_EQ(values.size(), 3U);
  EXPECT_EQ(values[0].bytes, "one");
  EXPECT_EQ(values[1].bytes, "FIVE");
  EXPECT_EQ(values[2].bytes, "nine");
}

}  // namespace
}  // namespace lede
