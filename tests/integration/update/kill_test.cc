// An update that is killed at any moment leaves a whole database, and the next one completes it,
// whichever writer it uses.
// LEDE_KILLS says how many moments to try.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "indexer/upkeep/check.h"
#include "tests/integration/update/archive.h"

namespace lede {
namespace {

using test::Archive;
using test::json_article;
using Clock = std::chrono::steady_clock;

constexpr int kUsualKills = 5;

int kills() {
  const char* wanted = std::getenv("LEDE_KILLS");  // NOLINT(concurrency-mt-unsafe)
  return wanted != nullptr ? std::atoi(wanted) : kUsualKills;
}

class Kill : public testing::TestWithParam<WriterRequest> {};

// Small batches: dozens of commits in one update, or a few runs that are spilled.
UpdateOptions busy_options() {
  UpdateOptions options;
  options.memory =
      Kill::GetParam() == WriterRequest::kApi ? std::size_t{3} << 18U : std::size_t{4} << 20U;
  options.jobs = 2;
  options.writer = Kill::GetParam();
  return options;
}

std::string words(std::mt19937& random, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    for (int letter = 0; letter < 5; ++letter) {
      text += static_cast<char>('a' + random() % 12);
    }
    text += ' ';
  }
  return text;
}

// Changes, adds and removes files, so that each update has all kinds of work.
void edit(const Archive& archive, std::mt19937& random, int round) {
  for (int file = 0; file < 12; ++file) {
    const std::string name = "f" + std::to_string(file) + ".jsonl";
    if (round > 0 && random() % 4 == 0) {
      archive.remove(name);
      continue;
    }
    std::string lines;
    for (int record = 0; record < 12; ++record) {
      std::mt19937 stable(static_cast<unsigned>(file * 100 + record));
      const bool changed = random() % 3 == 0;
      lines += json_article(name + "-" + std::to_string(record), words(stable, 5),
                            words(changed ? random : stable, 80));
    }
    archive.write(name, lines);
  }
}

// Runs one update in a process of its own and kills that after `delay`. Whether it had finished.
bool update_killed_after(const Archive& archive, std::chrono::microseconds delay) {
  const pid_t child = fork();
  if (child == 0) {
    const auto result = update(archive.options(busy_options()), false, {});
    _exit(result ? 0 : 1);
  }
  std::this_thread::sleep_for(delay);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status);
}

std::chrono::microseconds time_of_update(Archive& archive) {
  const auto begin = Clock::now();
  archive.update(busy_options());
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
}

// What lies beside the articles and their database.
std::vector<std::string> leftovers(const Archive& archive) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(archive.dir().path())) {
    const std::string path = entry.path().string();
    if (path != archive.folder() && path != archive.database()) {
      names.push_back(path);
    }
  }
  return names;
}

TEST_P(Kill, AtAnyMomentLeavesAWholeDatabaseThatTheNextUpdateCompletes) {
  std::mt19937 random(20241121);
  Archive archive;
  edit(archive, random, 0);
  auto duration = time_of_update(archive);
  int finished = 0;
  for (int round = 1; round <= kills(); ++round) {
    if (round % 4 == 0) {
      std::filesystem::remove_all(archive.database());  // killed in a first build too
    }
    edit(archive, random, round);
    const std::chrono::microseconds delay(random() % static_cast<unsigned long>(duration.count()));
    if (update_killed_after(archive, delay)) {
      ++finished;
      duration /= 2;  // the machine was busier when it was timed
    }
    const auto report = check_database(archive.database());
    if (report) {
      ASSERT_THAT(report->problems, testing::IsEmpty()) << "kill " << round;
    } else {
      // Before the first commit there is nothing to open yet.
      ASSERT_EQ(round % 4, 0) << report.error().message;
    }
    duration = std::max(duration, time_of_update(archive));
    ASSERT_EQ(test::difference(archive.articles(), archive.clean_build()), "") << "kill " << round;
    const auto after = check_database(archive.database());
    ASSERT_TRUE(after) << after.error().message;
    ASSERT_THAT(after->problems, testing::IsEmpty()) << "after kill " << round;
    ASSERT_THAT(leftovers(archive), testing::IsEmpty()) << "after kill " << round;
  }
  EXPECT_LT(finished, kills()) << "some must have been killed in the middle";
}

INSTANTIATE_TEST_SUITE_P(Writers, Kill,
                         testing::Values(WriterRequest::kApi, WriterRequest::kBulk,
                                         WriterRequest::kAuto));

}  // namespace
}  // namespace lede
