// The sample that is read before an update: how much, of which files, and when not again.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace lede {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Key;
using testing::SizeIs;
using testing::UnorderedElementsAre;

// A JSON line of an article of `host` that ends with a line all of them have.
std::string line_of(const std::string& host, int number, std::size_t words) {
  const std::string n = std::to_string(number);
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    text += "lamp" + n + "x" + std::to_string(i) + " ";
  }
  return R"({"url":"https://)" + host + "/" + n + R"(","text":")" + text +
         R"(were lit.\n\nMore of )" + host + "\"}\n";
}

class Sample : public testing::Test {
 protected:
  void add(const std::string& path, const std::string& bytes) {
    FileTask task;
    task.key.path = path;
    task.file = dir_.write(path, bytes);
    task.size = bytes.size();
    tasks_.push_back(task);
  }

  [[nodiscard]] LearnedStore learned(const LearnedStore& known = {}) const {
    return learn_from_sample(tasks_, known, {});
  }

  test::TempDir dir_;
  std::vector<FileTask> tasks_;
};

TEST_F(Sample, IsOfAllPartsOfALargeFile) {
  std::string bytes;
  for (int i = 0; bytes.size() < (std::size_t{17} << 20U); ++i) {
    const bool late = bytes.size() > (std::size_t{15} << 20U);
    bytes += line_of(late ? "late.example" : "early.example", i, 400);
  }
  add("all.jsonl", bytes);
  const LearnedStore found = learned();
  EXPECT_THAT(found.lines,
              UnorderedElementsAre(Key("host:early.example"), Key("host:late.example")));
  EXPECT_EQ(found.lines.at("host:early.example").articles, 200U) << "all pieces count";
  EXPECT_THAT(found.folders, ElementsAre("folder:0"));
}

TEST_F(Sample, IsOfSmallFilesTogether) {
  for (int i = 0; i < 60; ++i) {
    add("wires/" + std::to_string(i) + ".jsonl", line_of("a.example", i, 40));
  }
  const LearnedStore found = learned();
  EXPECT_EQ(found.lines.at("host:a.example").articles, 60U);
  EXPECT_THAT(found.folders, ElementsAre("folder:0:wires"));
}

TEST_F(Sample, LeavesOutFoldersAndOutletsThatAreKnown) {
  for (int i = 0; i < 60; ++i) {
    add("wires/" + std::to_string(i) + ".jsonl",
        line_of("a.example", i, 40) + line_of("b.example", i, 40));
  }
  LearnedStore known;
  known.lines["host:a.example"] = {"a.example", 9, {}};
  EXPECT_THAT(learned(known).lines, ElementsAre(Key("host:b.example")));
  known.folders = {"folder:0:wires"};
  EXPECT_THAT(learned(known).lines, IsEmpty());
  EXPECT_THAT(learned(known).folders, IsEmpty());
}

TEST_F(Sample, OfFewArticlesIsTakenAgain) {
  for (int i = 0; i < 10; ++i) {
    add("wires/" + std::to_string(i) + ".jsonl", line_of("a.example", i, 40));
  }
  EXPECT_THAT(learned().lines, SizeIs(1));
  EXPECT_THAT(learned().folders, IsEmpty());
}

TEST_F(Sample, PassesOverWhatCannotBeRead) {
  add("broken.json", "{\"text\":");
  add("picture.txt", "\x89PNG\r\n\x1a\n");
  add("empty.jsonl", "");
  tasks_.push_back(FileTask{});
  EXPECT_THAT(learned().lines, IsEmpty());
}

TEST_F(Sample, OfAnInterruptedUpdateTeachesNothing) {
  for (int i = 0; i < 10; ++i) {
    add("wires/" + std::to_string(i) + ".jsonl", line_of("a.example", i, 40));
  }
  const std::atomic<bool> stop{true};
  SampleOptions options;
  options.stop = &stop;
  EXPECT_THAT(learn_from_sample(tasks_, {}, options).lines, IsEmpty());
}

}  // namespace
}  // namespace lede
