// What a document holds, term by term.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "common/article_record.h"
#include "common/schema.h"

namespace lede {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

Article harbour_article() {
  Article article;
  article.id = "https://tribune.example/cranes";
  article.path = "2024/cranes.txt";
  article.title = "New cranes arrive";
  article.author = "Ann Lee; Bo Diaz";
  article.publisher = "Harbour Tribune";
  article.agency = "AFP";
  article.place = "Port Ellery";
  article.language = "en";
  article.language_from = "declared";
  article.published = PublishedDate{1717113600, DatePrecision::kDay, "dateline"};
  article.text = "The cranes were unloaded.\n\nNobody was hurt.";
  return article;
}

struct Terms {
  std::map<std::string, Xapian::termcount> wdf;
  std::map<std::string, std::vector<Xapian::termpos>> positions;
};

Terms terms_of(const Xapian::Document& document) {
  Terms terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    terms.wdf[*term] = term.get_wdf();
    terms.positions[*term] = {term.positionlist_begin(), term.positionlist_end()};
  }
  return terms;
}

Terms terms_of(const Article& article) {
  Analyzer analyzer;
  return terms_of(build_document(article, "0:2024/cranes.txt", analyzer));
}

std::vector<std::string> terms_starting(const Terms& terms, const std::string& prefix) {
  std::vector<std::string> found;
  for (const auto& [term, wdf] : terms.wdf) {
    if (term.starts_with(prefix)) {
      found.push_back(term);
    }
  }
  return found;
}

TEST(Document, HasExactWordsOfTitleAndTextWithPositionsApart) {
  const Terms terms = terms_of(harbour_article());
  EXPECT_THAT(terms.positions.at("cranes"), ElementsAre(2, 3 + kFieldGap + 2));
  EXPECT_EQ(terms.wdf.at("cranes"), kTitleTimes + 1);
  EXPECT_THAT(terms.positions.at("new"), ElementsAre(1));
  EXPECT_THAT(terms.positions.at("the"), ElementsAre(3 + kFieldGap + 1));
}

TEST(Document, HasStemsWithoutPositions) {
  const Terms terms = terms_of(harbour_article());
  EXPECT_THAT(terms.positions.at("Zcrane"), IsEmpty());
  EXPECT_EQ(terms.wdf.at("Zcrane"), kTitleTimes + 1);
  EXPECT_THAT(terms.positions.at("Zunload"), IsEmpty());
}

TEST(Document, HasTitleWordsOnceMoreUnderTheirField) {
  const Terms terms = terms_of(harbour_article());
  EXPECT_THAT(terms.positions.at("Scranes"), ElementsAre(2));
  EXPECT_THAT(terms.positions.at("ZScrane"), IsEmpty());
  EXPECT_FALSE(terms.wdf.contains("Snobody"));
}

TEST(Document, FindsByAuthorSourceAndPlaceWithoutWeight) {
  const Terms terms = terms_of(harbour_article());
  for (const char* term :
       {"Aann", "Alee", "Abo", "Adiaz", "XPharbour", "XPtribune", "XPafp", "XLport", "XLellery"}) {
    ASSERT_TRUE(terms.wdf.contains(term)) << term;
    EXPECT_EQ(terms.wdf.at(term), 0U) << term;
    EXPECT_EQ(terms.positions.at(term).size(), 1U) << term;
  }
  EXPECT_THAT(terms_starting(terms, "ZA"), IsEmpty());
}

TEST(Document, KeepsSeveralAuthorsAndSourcesApart) {
  const Terms terms = terms_of(harbour_article());
  EXPECT_EQ(terms.positions.at("Alee").front() + 1 + kFieldGap, terms.positions.at("Abo").front());
  EXPECT_EQ(terms.positions.at("XPtribune").front() + 1 + kFieldGap,
            terms.positions.at("XPafp").front());
}

TEST(Document, HasBooleanTermsForIdFileAndLanguage) {
  const Terms terms = terms_of(harbour_article());
  EXPECT_THAT(terms_starting(terms, "Q"), ElementsAre("Qhttps://tribune.example/cranes"));
  EXPECT_THAT(terms_starting(terms, "XF"), ElementsAre("XF0:2024/cranes.txt"));
  EXPECT_THAT(terms_starting(terms, "L"), ElementsAre("Len"));
}

TEST(Document, HasLanguageUndWhereItIsUnknown) {
  Article article = harbour_article();
  article.language.clear();
  const Terms terms = terms_of(article);
  EXPECT_THAT(terms_starting(terms, "L"), ElementsAre("Lund"));
}

TEST(Document, HasAsMuchOfTheDateAsTheSourceTold) {
  struct Case {
    DatePrecision precision;
    std::vector<std::string> terms;
  };
  for (const Case& expected :
       {Case{DatePrecision::kYear, {"Y2024"}}, Case{DatePrecision::kMonth, {"M202405", "Y2024"}},
        Case{DatePrecision::kDay, {"D20240531", "M202405", "Y2024"}},
        Case{DatePrecision::kSecond, {"D20240531", "M202405", "Y2024"}}}) {
    Article article = harbour_article();
    article.published->precision = expected.precision;
    const Terms terms = terms_of(article);
    std::vector<std::string> found;
    for (const char* prefix : {"D2", "M2", "Y2"}) {
      for (const auto& term : terms_starting(terms, prefix)) {
        found.push_back(term);
      }
    }
    EXPECT_EQ(found, expected.terms);
  }
}

TEST(Document, HasNoDateTermsWithoutADate) {
  Article article = harbour_article();
  article.published.reset();
  const Terms terms = terms_of(article);
  for (const char* prefix : {"D2", "M2", "Y2"}) {
    EXPECT_THAT(terms_starting(terms, prefix), IsEmpty());
  }
}

TEST(Document, HasValues) {
  Analyzer analyzer;
  const Article article = harbour_article();
  const Xapian::Document document = build_document(article, "0:a", analyzer);
  EXPECT_EQ(Xapian::sortable_unserialise(document.get_value(slot::kPublished)), 1717113600);
  EXPECT_EQ(document.get_value(slot::kPublisher), "Harbour Tribune");
  EXPECT_EQ(document.get_value(slot::kLanguage), "en");
  EXPECT_EQ(Xapian::sortable_unserialise(document.get_value(slot::kLength)), 10);
  EXPECT_EQ(unserialise_hash(document.get_value(slot::kContentHash)), content_hash(article));
  EXPECT_EQ(decode_article(document.get_data()).value(), article);
}

TEST(Document, NamesTheAgencyWhereThereIsNoPublisher) {
  Analyzer analyzer;
  Article article = harbour_article();
  article.publisher.clear();
  const Xapian::Document document = build_document(article, "0:a", analyzer);
  EXPECT_EQ(document.get_value(slot::kPublisher), "AFP");
}

TEST(Document, KeepsTheInstantItWasFirstIndexed) {
  Xapian::Document document;
  EXPECT_EQ(first_indexed(document), 0);
  const IndexValue value = first_indexed_value(1717113600);
  document.add_value(value.slot, value.bytes);
  EXPECT_EQ(first_indexed(document), 1717113600);
}

TEST(Document, OfAnEmptyArticleCanBeFound) {
  Article article;
  article.id = "x";
  const Terms terms = terms_of(article);
  EXPECT_THAT(terms_starting(terms, "Q"), ElementsAre("Qx"));
}

TEST(ContentHash, DiffersForEachFieldAndNotForIdAndPath) {
  const Article article = harbour_article();
  const auto changed = [&](auto change) {
    Article other = article;
    change(other);
    return content_hash(other);
  };
  const auto hash = content_hash(article);
  EXPECT_EQ(changed([](Article& a) { a.id = "other"; }), hash);
  EXPECT_EQ(changed([](Article& a) { a.path = "other"; }), hash);
  for (const auto field :
       {&Article::url, &Article::title, &Article::author, &Article::publisher, &Article::agency,
        &Article::place, &Article::language, &Article::language_from, &Article::text}) {
    EXPECT_NE(changed([&](Article& a) { a.*field += "x"; }), hash);
  }
  EXPECT_NE(changed([](Article& a) { a.published.reset(); }), hash);
  EXPECT_NE(changed([](Article& a) { a.published->instant += 1; }), hash);
  EXPECT_NE(changed([](Article& a) { a.published->precision = DatePrecision::kYear; }), hash);
  EXPECT_NE(changed([](Article& a) { a.zones.push_back({"byline", 0, 3, "why", "By"}); }), hash);
  EXPECT_NE(changed([](Article& a) { a.invalid_bytes = 1; }), hash);
  EXPECT_NE(changed([](Article& a) { a.section = "World"; }), hash);
  EXPECT_NE(changed([](Article& a) { a.modified = a.published; }), hash);
  EXPECT_NE(changed([](Article& a) { a.origins.push_back({"url", "declared", "high"}); }), hash);
}

TEST(ContentHash, IsThatOfOldRecordsWhereNothingNewIsSet) {
  Article article;
  article.title = "The wall";
  article.published = PublishedDate{1717113600, DatePrecision::kDay, "dateline"};
  // As computed before there were sections, dates of change and origins.
  EXPECT_EQ(content_hash(article), 0x7ab1eced9c7654f8ULL);
}

TEST(ContentHash, DiffersWhenALetterMovesToTheNextField) {
  Article one;
  one.title = "ab";
  one.author = "c";
  Article other;
  other.title = "a";
  other.author = "bc";
  EXPECT_NE(content_hash(one), content_hash(other));
}

TEST(ContentHash, SurvivesBeingStored) {
  for (const std::uint64_t hash : {0ULL, 1ULL, 0xffffffffffffffffULL, 0x0123456789abcdefULL}) {
    EXPECT_EQ(unserialise_hash(serialise_hash(hash)), hash);
    EXPECT_EQ(serialise_hash(hash).size(), 8U);
  }
}

}  // namespace
}  // namespace lede
