// lede-indexer and its two writers: how one is asked for, what is told of it, what --verify
// refuses.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace lede::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

class WriterOption : public testing::Test {
 protected:
  WriterOption() {
    for (int i = 0; i < 3; ++i) {
      write(i);
    }
  }

  void write(int number) const {
    const auto file = dir_.write("articles/" + std::to_string(number) + ".txt",
                                 "Headline " + std::to_string(number) + "\n\nA text.\n");
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(1));
  }

  [[nodiscard]] ProgramResult update(std::vector<std::string> options) const {
    options.insert(options.begin(), {LEDE_INDEXER, "update", "articles"});
    ProgramOptions run;
    run.directory = dir_.path();
    return run_program(options, run);
  }

  [[nodiscard]] json told(std::vector<std::string> options) const {
    options.emplace_back("--json");
    const ProgramResult result = update(options);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return json::parse(result.out);
  }

  TempDir dir_;
};

TEST_F(WriterOption, IsChosenByTheWorkAndToldWithTheReason) {
  json first = told({});
  EXPECT_EQ(first.at("writer"), "bulk");
  EXPECT_EQ(first.at("writer_why"), "a first build");
  write(3);
  const json second = told({});
  EXPECT_EQ(second.at("writer"), "api");
  EXPECT_EQ(second.at("writer_why"), "few changes against the index");
  EXPECT_EQ(second.at("articles"), 4);
}

TEST_F(WriterOption, IsAskedForByName) {
  EXPECT_EQ(told({"--writer", "api"}).at("writer"), "api");
  write(3);
  const json bulk = told({"--writer", "bulk"});
  EXPECT_EQ(bulk.at("writer"), "bulk");
  EXPECT_EQ(bulk.at("writer_why"), "asked for");
  EXPECT_EQ(bulk.at("articles"), 4);
  const ProgramResult wrong = update({"--writer", "quill"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("--writer"));
}

TEST_F(WriterOption, IsNamedWhenEveryChangeIs) {
  EXPECT_THAT(update({"--verbose"}).err, HasSubstr("writer: bulk (a first build)\n"));
}

TEST_F(WriterOption, VerifiesAWholeDatabaseAndLetsItLive) {
  EXPECT_EQ(told({"--writer", "bulk", "--verify"}).at("articles"), 3);
  write(3);
  EXPECT_EQ(told({"--writer", "bulk", "--verify"}).at("articles"), 4);
  EXPECT_FALSE(fs::exists(dir_.path() / "lede.db.building"));
}

TEST_F(WriterOption, TellsProgressInStages) {
  for (int number = 3; number < 300; ++number) {
    write(number);
  }
  const ProgramResult result = update({"--writer", "bulk", "--progress", "json"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.err, HasSubstr(R"("stage":"reading")"));
}

}  // namespace
}  // namespace lede::test
