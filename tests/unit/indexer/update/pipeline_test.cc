// The pipeline gives every record of every file, in order, however many threads there are.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "indexer/update/walk.h"
#include "tests/support/temp_dir.h"

namespace lede {
namespace {

using test::TempDir;
using testing::SizeIs;

std::string json_lines(const std::string& name, int count, std::size_t words) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    lines += R"({"id":")" + name + "-" + std::to_string(i) + R"(","title":"Number )" +
             std::to_string(i) + R"(","text":")";
    for (std::size_t word = 0; word < words; ++word) {
      lines += "word" + std::to_string((word * 7 + static_cast<std::size_t>(i)) % 1000) + " ";
    }
    lines += "\"}\n";
  }
  return lines;
}

FileTask task_for(const TempDir& dir, const std::string& name) {
  FileTask task;
  task.key = {0, name};
  task.file = (dir.path() / name).string();
  const auto found = look_at(task.file, name);
  if (found) {
    task.size = found->size;
    task.mtime = found->mtime;
  }
  return task;
}

// Small files around two large ones, one that is broken and one that is not there.
std::vector<FileTask> mixed_tasks(const TempDir& dir) {
  std::vector<FileTask> tasks;
  for (int i = 0; i < 30; ++i) {
    const std::string name = "f" + std::to_string(100 + i) + ".jsonl";
    if (i != 20) {
      dir.write(name, json_lines(name, i == 5 || i == 6 ? 120 : 2, i == 5 ? 300 : 20));
    }
    tasks.push_back(task_for(dir, name));
  }
  dir.write("f110.jsonl", "{\"id\":\"whole\",\"title\":\"One\",\"text\":\"two\"}\n{broken\n");
  return tasks;
}

// What came out, in words.
std::vector<std::string> run(const std::vector<FileTask>& tasks, const PipelineOptions& options) {
  std::vector<std::string> said;
  Pipeline pipeline(tasks, options);
  Chunk chunk;
  while (pipeline.next(chunk)) {
    const std::string name = tasks[chunk.task].key.path + " ";
    for (const PreparedRecord& record : chunk.records) {
      said.push_back(name + record.id + " " + record.path + " " + std::to_string(record.hash));
      EXPECT_EQ(record.document.has_value(), options.prepare.documents);
    }
    for (const FailedRecord& failure : chunk.failures) {
      said.push_back(name + "failed " + failure.record);
    }
    if (chunk.end) {
      said.push_back(name + "end " + std::to_string(static_cast<int>(chunk.end->outcome)));
    }
  }
  return said;
}

TEST(PipelineTest, GivesTheSameForAnyNumberOfThreadsAndAnyMemory) {
  const TempDir dir;
  const auto tasks = mixed_tasks(dir);
  PipelineOptions options;
  const auto expected = run(tasks, options);
  // 28 files of records, their ends, and the end of the missing one; one broken line.
  EXPECT_THAT(expected, SizeIs(26 * 2 + 2 * 120 + 1 + 30 + 1));
  for (const unsigned jobs : {1U, 2U, 5U}) {
    for (const std::size_t memory : {std::size_t{1}, std::size_t{1} << 22}) {
      options.jobs = jobs;
      options.memory = memory;
      EXPECT_EQ(run(tasks, options), expected) << jobs << " jobs, " << memory << " bytes";
    }
  }
}

TEST(PipelineTest, OfNoFilesEndsAtOnce) { EXPECT_THAT(run({}, {}), SizeIs(0)); }

TEST(PipelineTest, CanBeDroppedAtAnyMoment) {
  const TempDir dir;
  const auto tasks = mixed_tasks(dir);
  PipelineOptions options;
  options.jobs = 3;
  options.memory = 1 << 20;
  for (int taken = 0; taken < 30; taken += 7) {
    Pipeline pipeline(tasks, options);
    Chunk chunk;
    for (int i = 0; i < taken; ++i) {
      ASSERT_TRUE(pipeline.next(chunk));
    }
  }
}

TEST(PipelineTest, StopsAfterTheFilesThatWereBegun) {
  const TempDir dir;
  const auto tasks = mixed_tasks(dir);
  std::atomic<bool> stop{false};
  PipelineOptions options;
  options.jobs = 2;
  options.memory = 1 << 16;
  options.reading.stop = &stop;
  Pipeline pipeline(tasks, options);
  Chunk chunk;
  ASSERT_TRUE(pipeline.next(chunk));
  stop = true;
  std::size_t last = chunk.task;
  bool ended = chunk.end.has_value();
  while (pipeline.next(chunk)) {
    EXPECT_TRUE(chunk.task == last || (ended && chunk.task == last + 1));
    last = chunk.task;
    ended = chunk.end.has_value();
  }
  EXPECT_TRUE(ended) << "no file is left without its end";
  EXPECT_LT(last, tasks.size() - 1);
}

TEST(PipelineTest, MakesNoDocumentOfWhatIsKnown) {
  const TempDir dir;
  dir.write("a.jsonl", json_lines("a", 3, 5));
  std::vector<FileTask> tasks = {task_for(dir, "a.jsonl")};
  PipelineOptions options;
  std::vector<PreparedRecord> records;
  Chunk chunk;
  {
    Pipeline pipeline(tasks, options);
    ASSERT_TRUE(pipeline.next(chunk));
    ASSERT_THAT(chunk.records, SizeIs(3));
    tasks[0].known = {chunk.records[1].hash};
  }
  Pipeline again(tasks, options);
  ASSERT_TRUE(again.next(chunk));
  EXPECT_TRUE(chunk.records[0].document);
  EXPECT_FALSE(chunk.records[1].document);
  EXPECT_FALSE(chunk.records[1].data.empty());
}

TEST(PipelineTest, SeesThatAFileIsTheSameByItsBytes) {
  const TempDir dir;
  const std::string lines = json_lines("a", 3, 5);
  dir.write("a.jsonl", lines);
  dir.write("b.txt", "A headline\n\nA text.");
  std::vector<FileTask> tasks = {task_for(dir, "a.jsonl"), task_for(dir, "b.txt")};
  tasks[0].old.emplace().hash = hash_bytes(lines);
  tasks[1].old.emplace().hash = hash_bytes("A headline\n\nA text.");
  EXPECT_THAT(run(tasks, {}), testing::ElementsAre("a.jsonl end 1", "b.txt end 1"));
  tasks[0].force = true;
  EXPECT_THAT(run(tasks, {}), SizeIs(3 + 1 + 1));
}

TEST(PipelineTest, DoesNotTrustATimeThatIsTooFresh) {
  const TempDir dir;
  const auto file = dir.write("a.txt", "A headline\n\nA text.");
  const std::vector<FileTask> tasks = {task_for(dir, "a.txt")};
  Chunk chunk;
  {
    Pipeline pipeline(tasks, {});
    ASSERT_TRUE(pipeline.next(chunk));
    EXPECT_EQ(chunk.end->state.mtime, 0);
  }
  std::filesystem::last_write_time(
      file, std::filesystem::file_time_type::clock::now() - std::chrono::seconds(10));
  Pipeline later(tasks, {});
  ASSERT_TRUE(later.next(chunk));
  EXPECT_EQ(chunk.end->state.mtime, look_at(file, "")->mtime);
}

}  // namespace
}  // namespace lede
