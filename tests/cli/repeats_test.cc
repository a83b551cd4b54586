// Lines that repeat across articles: what extract shows of them, and relearn.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/indexer_cli.h"

namespace lede::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using RepeatsCommands = IndexerCli;

TEST_F(RepeatsCommands, ShowsWhatRepeatsInADatabase) {
  const std::string folder = LEDE_SOURCE_DIR "/corpus/repeats";
  const std::string file = folder + "/lantern-gazette/ferry-cat.txt";
  EXPECT_EQ(run({"update", folder}).exit_code, 0);
  const std::string why = "repeats in 8 of 8 articles of the folder lantern-gazette";
  EXPECT_THAT(run({"extract", "--db", "lede.db", file}).out, HasSubstr("(" + why + ")"));
  EXPECT_THAT(run({"extract", file}).out,
              AllOf(Not(HasSubstr(why)), HasSubstr("\n\nGet the Gazette on Fridays\n")));
  const auto extracted = json::parse(run({"extract", "--db", "lede.db", "--json", file}).out);
  EXPECT_EQ(extracted.at("path"), "lantern-gazette/ferry-cat.txt") << "as it is indexed";
  EXPECT_EQ(extracted.at("zones").back().at("kind"), "repeated");
  EXPECT_EQ(run({"extract", "--db", "none", file}).exit_code, 3);
}

TEST_F(RepeatsCommands, LearnsAnewOnDemand) {
  const std::string folder = LEDE_SOURCE_DIR "/corpus/repeats/lantern-gazette";
  const fs::path articles = dir_.path() / "articles/lantern-gazette";
  for (const auto& entry : fs::directory_iterator(folder)) {
    fs::create_directories(articles);
    fs::copy(entry.path(), articles / entry.path().filename());
    EXPECT_EQ(run({"update", "articles"}).exit_code, 0);
  }
  const auto relearned = run({"relearn"});
  EXPECT_EQ(relearned.exit_code, 0);
  EXPECT_THAT(relearned.out, IsEmpty());
  EXPECT_EQ(relearned.err, "6 repeated lines of 1 outlet; changed 8 of 8 articles\n");
  EXPECT_EQ(json::parse(run({"relearn", "--json"}).out),
            json::parse(R"({"format_version":1,"articles":8,"changed":0,"outlets":1,"lines":6,)"
                        R"("interrupted":false})"));
  EXPECT_EQ(run({"relearn", "--db", "none"}).exit_code, 3);
}

}  // namespace
}  // namespace lede::test
