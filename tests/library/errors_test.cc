// What goes wrong is said by the right code, names what is at fault, and throws nothing.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>

#include "tests/library/sample_database.h"

namespace lede::test {
namespace {

using testing::HasSubstr;
using v1::ErrorCode;

TEST(LibraryErrors, AQuestionThatMakesNoSenseIsRefusedByName) {
  struct Case {
    std::function<void(v1::Question&)> spoil;
    ErrorCode code;
    std::string named;
  };
  const Case cases[] = {
      {[](auto& q) { q.limit = 10'001; }, ErrorCode::kBadParameter, "limit"},
      {[](auto& q) { q.snippets = 101; }, ErrorCode::kBadParameter, "snippets"},
      {[](auto& q) { q.facet_limit = 10'001; }, ErrorCode::kBadParameter, "facet_limit"},
      {[](auto& q) { q.timeout = std::chrono::milliseconds(-1); }, ErrorCode::kBadParameter,
       "timeout"},
      {[](auto& q) { q.timeout = std::chrono::hours(2000); }, ErrorCode::kBadParameter, "timeout"},
      {[](auto& q) { q.timezone = "Mars/Olympus"; }, ErrorCode::kBadParameter, "Mars/Olympus"},
      {[](auto& q) { q.after = "someday"; }, ErrorCode::kBadParameter, "someday"},
      {[](auto& q) { q.before = "never"; }, ErrorCode::kBadParameter, "never"},
      {[](auto& q) { q.cursor = "no-cursor"; }, ErrorCode::kBadParameter, "cursor"},
      {[](auto& q) { q.query = "\"open"; }, ErrorCode::kBadQuery, "at byte 0: unbalanced_quote"},
      {[](auto& q) { q.query = std::string(3000, 'a'); }, ErrorCode::kQueryTooLong, "2048"},
      {[](auto& q) {
         for (int i = 0; i < 65; ++i) {
           q.query += " w" + std::to_string(i);
         }
       },
       ErrorCode::kTooManyTerms, "64"},
      {[](auto& q) { q.query = std::string(40, '(') + "a b" + std::string(40, ')'); },
       ErrorCode::kQueryTooDeep, "32"},
  };
  const SampleDatabase sample;
  auto database = opened(sample);
  for (const Case& one : cases) {
    v1::Question question;
    question.query = "harbour";
    question.strict = true;
    ASSERT_TRUE(database.search(question));
    one.spoil(question);
    const auto answer = database.search(question);
    ASSERT_FALSE(answer) << one.named;
    EXPECT_EQ(answer.error().code, one.code) << answer.error().message;
    EXPECT_THAT(answer.error().message, HasSubstr(one.named));
  }
}

TEST(LibraryErrors, AnUnknownArticleIsNotFound) {
  const SampleDatabase sample;
  auto database = opened(sample);
  const auto article = database.article("nobody");
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().code, ErrorCode::kNotFound);
  const auto similar = database.similar("nobody");
  ASSERT_FALSE(similar);
  EXPECT_EQ(similar.error().code, ErrorCode::kNotFound);
}

TEST(LibraryErrors, SuggestHasLimits) {
  const SampleDatabase sample;
  auto database = opened(sample);
  EXPECT_EQ(database.suggest("h", 101).error().code, ErrorCode::kBadParameter);
  EXPECT_EQ(database.suggest(std::string(2049, 'a')).error().code, ErrorCode::kBadParameter);
}

TEST(LibraryErrors, WhatIsNoDatabaseIsNotOpened) {
  const TempDir folder;
  const auto missing = v1::Database::open((folder.path() / "none").string());
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kDatabaseMissing);
  EXPECT_THAT(missing.error().message, HasSubstr((folder.path() / "none").string()));
  EXPECT_FALSE(missing.error().hint.empty());
  const auto none = v1::Database::open(std::vector<std::string>{});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::kBadParameter);
}

TEST(LibraryErrors, ADamagedDatabaseIsNoAnswer) {
  const SampleDatabase sample;
  std::ofstream(sample.path() + "/iamglass", std::ios::binary) << "not a version file";
  const auto damaged = v1::Database::open(sample.path());
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().code, ErrorCode::kDatabaseDamaged) << damaged.error().message;
}

TEST(LibraryErrors, ValueThrowsTheMessage) {
  try {
    static_cast<void>(v1::Database::open("/nowhere/at/all").value());
    FAIL() << "nothing was thrown";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("/nowhere/at/all"));
  }
}

}  // namespace
}  // namespace lede::test
