// lede-indexer watch: the database follows the folder until a signal comes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>

#include "tests/support/run_program.h"
#include "tests/support/started_program.h"
#include "tests/support/temp_dir.h"

namespace lede {
namespace {

namespace fs = std::filesystem;
using test::run_program;
using test::StartedProgram;
using testing::HasSubstr;
using testing::Not;

class Watch : public testing::Test {
 protected:
  Watch() {
    dir_.write("articles/a.txt", "First headline\n\nThe ferry sails.\n");
    dir_.write("err", "");
  }

  [[nodiscard]] std::string path(const std::string& name) const {
    return (dir_.path() / name).string();
  }

  [[nodiscard]] StartedProgram start() const {
    return StartedProgram({LEDE_INDEXER, "watch", path("articles"), "--db", path("lede.db"),
                           "--settle", "50", "--memory", "96"},
                          path("err"));
  }

  [[nodiscard]] std::string exported() const {
    return run_program({LEDE_INDEXER, "export", "--db", path("lede.db")}).out;
  }

  // Waits until `holds`, for a machine that is slow and busy.
  [[nodiscard]] static bool soon(const std::function<bool()>& holds) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (std::chrono::steady_clock::now() < until) {
      if (holds()) {
        return true;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
  }

  [[nodiscard]] bool soon_has(const std::string& text) const {
    return soon([&] { return exported().find(text) != std::string::npos; });
  }
  [[nodiscard]] bool soon_lacks(const std::string& text) const {
    return soon([&] { return exported().find(text) == std::string::npos; });
  }
  [[nodiscard]] bool soon_says(const std::string& text) const {
    return soon([&] { return test::read_file(path("err")).find(text) != std::string::npos; });
  }

  test::TempDir dir_;
};

TEST_F(Watch, FollowsTheFolderAndStopsCleanly) {
  StartedProgram watch = start();
  ASSERT_TRUE(soon_says("watching for changes"));
  EXPECT_THAT(exported(), HasSubstr("First headline"));

  dir_.write("articles/new/b.txt", "Second headline\n\nIt came back.\n");
  EXPECT_TRUE(soon_has("Second headline"));

  // As editors save: the old file aside, a new one in its place.
  fs::rename(path("articles/a.txt"), path("articles/a.txt~"));
  dir_.write("articles/.a.tmp", "Third headline\n\nIt sails again.\n");
  fs::rename(path("articles/.a.tmp"), path("articles/a.txt"));
  fs::remove(path("articles/a.txt~"));
  EXPECT_TRUE(soon_has("Third headline"));
  EXPECT_TRUE(soon_lacks("First headline"));

  fs::rename(path("articles/new"), path("articles/renamed"));
  EXPECT_TRUE(soon_has("renamed/b.txt"));
  dir_.write("articles/renamed/c.txt", "Fourth headline\n\nIn a folder that moved.\n");
  EXPECT_TRUE(soon_has("Fourth headline"));

  fs::remove(path("articles/renamed/b.txt"));
  EXPECT_TRUE(soon_lacks("Second headline"));

  watch.send(SIGTERM);
  EXPECT_EQ(watch.wait(), 0);
  EXPECT_EQ(run_program({LEDE_INDEXER, "check", "--db", path("lede.db")}).exit_code, 0);
}

TEST_F(Watch, StopsOnInterruptWhileItWaits) {
  StartedProgram watch = start();
  ASSERT_TRUE(soon_says("watching for changes"));
  watch.send(SIGINT);
  EXPECT_EQ(watch.wait(), 0);
}

TEST_F(Watch, TellsOfAFileThatFailsOnce) {
  dir_.write("articles/broken.json", "{");
  StartedProgram watch = start();
  ASSERT_TRUE(soon_says("watching for changes"));
  dir_.write("articles/b.txt", "Second headline\n\nIt came back.\n");
  ASSERT_TRUE(soon_has("Second headline"));
  watch.send(SIGTERM);
  EXPECT_EQ(watch.wait(), 0);
  const std::string said = test::read_file(path("err"));
  const std::string failure = "failed: " + path("articles/broken.json");
  EXPECT_THAT(said, HasSubstr(failure));
  EXPECT_THAT(said.substr(said.find(failure) + 1), Not(HasSubstr(failure)));
}

TEST_F(Watch, RefusesAPathThatIsNotThere) {
  const auto result = run_program({LEDE_INDEXER, "watch", path("none"), "--db", path("lede.db")});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("no such file or folder"));
}

}  // namespace
}  // namespace lede
