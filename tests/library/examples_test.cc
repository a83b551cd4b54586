// The example programs, built from the installed library by find_package, print what they should.
// docs/library.md shows nothing that is not in them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/library/sample_database.h"
#include "tests/support/run_program.h"

namespace lede::test {
namespace {

ProgramResult run_example(const std::string& name, const std::vector<std::string>& arguments) {
  std::vector<std::string> all{LEDE_EXAMPLES "/" + name};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run_program(all);
}

TEST(LibraryExamples, SearchMarksWhatMatchedOnEveryPage) {
  const SampleDatabase sample;
  const auto ran = run_example("search", {sample.path(), "harbour"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out,
              testing::HasSubstr("Harbour wall gives way in storm (The Kelmouth Ledger)\n"
                                 "  KELMOUTH — The [harbour] wall gave way on Friday night."));
  EXPECT_THAT(ran.out, testing::HasSubstr("Ferry back in service (Island Gazette)\n"));
  EXPECT_THAT(ran.out,
              testing::HasSubstr("Council to rebuild the harbour (The Kelmouth Ledger)\n"));
  EXPECT_EQ(ran.err, "");
}

TEST(LibraryExamples, SearchTellsOfWarningsAndErrors) {
  const SampleDatabase sample;
  const auto warned = run_example("search", {sample.path(), "harbour nosuch:field"});
  EXPECT_EQ(warned.exit_code, 0);
  EXPECT_THAT(warned.err, testing::HasSubstr("(at byte 8)"));
  const auto failed = run_example("search", {sample.path() + "x", "harbour"});
  EXPECT_EQ(failed.exit_code, 2);
  EXPECT_THAT(failed.err, testing::StartsWith("database_missing: "));
}

TEST(LibraryExamples, BrowseShowsWhatIsThere) {
  const SampleDatabase sample;
  const auto ran = run_example("browse", {sample.path()});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, testing::StartsWith("3 articles\n"
                                           "The Kelmouth Ledger: 2\n"
                                           "Island Gazette: 1\n"
                                           "2024-05: 1\n"
                                           "2024-06: 1\n"
                                           "2024-07: 1\n"
                                           "harbour?\n"));
  EXPECT_THAT(ran.out, testing::HasSubstr("  like it: "));
  const auto failed = run_example("browse", {sample.path() + "x"});
  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_THAT(failed.err, testing::HasSubstr(sample.path() + "x"));
}

TEST(LibraryExamples, ThreadsEachAnswer) {
  const SampleDatabase sample;
  const auto ran = run_example("serve_threads", {sample.path(), "harbour", "wall", "zeppelin"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(ran.out, "harbour: 3 articles\nwall: 2 articles\nzeppelin: 0 articles\n");
}

}  // namespace
}  // namespace lede::test
