// Any one call that changes files may fail: the database is then the old one or the new, never
// half of one, the program says what it could not do, and the next run makes it good.
// LEDE_FAULTS=all tries every call, in place of some.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace lede::test {
namespace {

namespace fs = std::filesystem;
using testing::AnyOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr long kUsualFaults = 10;

// Which writer, and whether it adds to what is there.
struct Case {
  const char* writer;
  bool to_existing;
};

void PrintTo(const Case& which, std::ostream* out) {
  *out << which.writer << (which.to_existing ? " to an existing database" : " first build");
}

class FailingCalls : public testing::TestWithParam<Case> {
 protected:
  using Environment = std::vector<std::pair<std::string, std::string>>;

  [[nodiscard]] ProgramResult run(std::vector<std::string> arguments,
                                  const Environment& environment = {}) const {
    arguments.insert(arguments.begin(), LEDE_FAILING_INDEXER);
    ProgramOptions options;
    options.environment = environment;
    return run_program(arguments, options);
  }

  [[nodiscard]] ProgramResult update(const Environment& environment = {},
                                     const std::vector<std::string>& options = {}) const {
    std::vector<std::string> arguments{
        "update", articles().string(), "--db", database(), "--writer", GetParam().writer, "--jobs",
        "1",      "--progress",        "never"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run(arguments, environment);
  }

  // The sorted lines of the export; none where there is no database yet.
  [[nodiscard]] std::vector<std::string> content() const {
    const ProgramResult result = run({"export", "--db", database()});
    std::vector<std::string> lines;
    if (result.exit_code == 3) {
      EXPECT_THAT(result.err,
                  AnyOf(HasSubstr("nothing is indexed here yet"), HasSubstr("no database here")));
      return lines;
    }
    EXPECT_EQ(result.exit_code, 0) << result.err;
    std::istringstream in(result.out);
    for (std::string line; std::getline(in, line);) {
      lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }

  // Files first, …, last - 1.
  void write_articles(int first, int last) const {
    for (int i = first; i < last; ++i) {
      const auto file = dir_.write(
          "articles/" + std::to_string(i) + ".txt",
          "Headline " + std::to_string(i) + "\n\nThe text of number " + std::to_string(i) + ".\n");
      fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(1));
    }
  }

  // As it is before each fault.
  void set_the_stage() const {
    fs::remove_all(dir_.path());
    fs::create_directories(articles());
    if (GetParam().to_existing) {
      write_articles(0, 4);
      ASSERT_EQ(update().exit_code, 0);
    }
    write_articles(4, 9);
  }

  // What lies beside the articles and the database.
  [[nodiscard]] std::vector<std::string> leftovers() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(dir_.path())) {
      const std::string name = entry.path().filename().string();
      if (name != "articles" && name != "a.db" && name != "calls") {
        names.push_back(name);
      }
    }
    return names;
  }

  [[nodiscard]] fs::path articles() const { return dir_.path() / "articles"; }
  [[nodiscard]] std::string database() const { return (dir_.path() / "a.db").string(); }
  [[nodiscard]] std::string calls_file() const { return (dir_.path() / "calls").string(); }

  TempDir dir_;
};

TEST_P(FailingCalls, LeaveTheOldDatabaseOrTheNewOne) {
  set_the_stage();
  const auto before = content();
  ASSERT_EQ(update({{"LEDE_CALLS_FILE", calls_file()}}).exit_code, 0);
  const auto after = content();
  ASSERT_NE(before, after);
  const long calls = std::stol(read_file(calls_file()));
  ASSERT_GT(calls, 20) << "the calls are seen at all";

  const char* wanted = std::getenv("LEDE_FAULTS");  // NOLINT(concurrency-mt-unsafe)
  const long step = wanted != nullptr ? 1 : std::max(1L, calls / kUsualFaults);
  long fatal = 0;
  for (long call = step; call <= calls; call += step) {
    SCOPED_TRACE("call " + std::to_string(call) + " of " + std::to_string(calls));
    set_the_stage();
    const int reason = call % 2 == 0 ? ENOSPC : EIO;
    const ProgramResult result = update(
        {{"LEDE_FAIL_CALL", std::to_string(call)}, {"LEDE_FAIL_REASON", std::to_string(reason)}});
    if (result.exit_code == 0) {
      EXPECT_EQ(content(), after) << "what failed did not matter";
    } else {
      ++fatal;
      EXPECT_EQ(result.exit_code, 2) << result.err;
      EXPECT_THAT(result.err, HasSubstr(dir_.path().string()));
      // Once Xapian itself keeps the reason for itself.
      EXPECT_THAT(result.err, AnyOf(HasSubstr(std::generic_category().message(reason)),
                                    HasSubstr("Failed to create iamglass file")));
      EXPECT_THAT(content(), AnyOf(before, after)) << result.err;
    }
    const ProgramResult next = update();
    EXPECT_EQ(next.exit_code, 0) << next.err;
    EXPECT_EQ(content(), after);
    EXPECT_THAT(leftovers(), IsEmpty());
    const ProgramResult checked = run({"check", "--db", database()});
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
    if (HasFailure()) {
      FAIL() << "said: " << result.err;
    }
  }
  EXPECT_GT(fatal, 0);
}

// A disk that keeps another byte than it was given, and says nothing. What is read back of a new
// database at once shows most of that; a byte of a term's list is found by --verify.
class LyingDisk : public FailingCalls {
 protected:
  // Tables of many blocks.
  void write_much(int articles_wanted) const {
    std::string lines;
    unsigned word = 1;
    for (int i = 0; i < articles_wanted; ++i) {
      lines += R"({"id":"n)" + std::to_string(i) + R"(","title":"Number","text":")";
      for (int count = 0; count < 150; ++count) {
        word = word * 1103515245U + 12345U;
        lines += "w" + std::to_string((word >> 16U) % 9000U) + "x ";
      }
      lines += "\"}\n";
    }
    const auto file = dir_.write("articles/many.jsonl", lines);
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(1));
  }

  void set_the_stage() const {
    FailingCalls::set_the_stage();
    write_much(120);
  }
};

TEST_P(LyingDisk, IsFoundOutByVerifyAndTheOldDatabaseStays) {
  set_the_stage();
  const auto before = content();
  ASSERT_EQ(update({{"LEDE_CALLS_FILE", calls_file()}}, {"--verify"}).exit_code, 0);
  const long calls = std::stol(read_file(calls_file()));
  bool refused = false;
  for (long call = calls / 2; call <= calls && !refused; ++call) {
    SCOPED_TRACE("call " + std::to_string(call) + " of " + std::to_string(calls));
    set_the_stage();
    const ProgramResult result =
        update({{"LEDE_FAIL_CALL", std::to_string(call)}, {"LEDE_FAIL_REASON", "0"}}, {"--verify"});
    refused = result.err.find("the new database is not sound: ") != std::string::npos;
    if (refused) {
      EXPECT_EQ(result.exit_code, 3) << result.err;
      EXPECT_THAT(result.err, HasSubstr("the old one stays"));
      EXPECT_EQ(content(), before);
      EXPECT_THAT(leftovers(), IsEmpty());
      EXPECT_EQ(update({}, {"--verify"}).exit_code, 0) << "once the disk is honest";
    }
  }
  EXPECT_TRUE(refused);
}

INSTANTIATE_TEST_SUITE_P(Update, LyingDisk, testing::Values(Case{"bulk", true}));

INSTANTIATE_TEST_SUITE_P(Update, FailingCalls,
                         testing::Values(Case{"bulk", false}, Case{"bulk", true},
                                         Case{"api", false}, Case{"api", true}));

}  // namespace
}  // namespace lede::test
