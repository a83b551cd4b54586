// lede-indexer as a person or a script runs it: exit codes, what is said and where, signals.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "tests/cli/indexer_cli.h"
#include "tests/support/started_program.h"

namespace lede::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

class Indexer : public IndexerCli {
 protected:
  void write(const std::string& name, const std::string& bytes) const {
    const auto file = dir_.write("articles/" + name, bytes);
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(1));
  }

  // Enough work to be interrupted in.
  void write_many() const {
    std::string lines;
    for (int i = 0; i < 1500; ++i) {
      lines += R"({"id":"n)" + std::to_string(i) + R"(","title":"Number )" + std::to_string(i) +
               R"(","text":")";
      for (int word = 0; word < 150; ++word) {
        lines += "w" + std::to_string((i * 31 + word * 17) % 20000) + "x ";
      }
      lines += "\"}\n";
    }
    write("many.jsonl", lines);
  }

  [[nodiscard]] std::vector<std::string> exported(const std::string& database) const {
    const auto result = run({"export", "--db", database});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    std::vector<std::string> lines;
    std::istringstream in(result.out);
    for (std::string line; std::getline(in, line);) {
      lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }

  [[nodiscard]] std::string path(const std::string& name) const {
    return (dir_.path() / name).string();
  }
};

std::string last_line(const std::string& text) {
  const auto end = text.find_last_not_of('\n');
  const auto begin = text.rfind('\n', end);
  return text.substr(begin == std::string::npos ? 0 : begin + 1, end - begin);
}

TEST_F(Indexer, SaysWhatItDidInItsLastLine) {
  write("a.txt", "A headline\n\nA text.");
  write("b.txt", "B headline\n\nA text.");
  write("notes.xyz", "?");
  auto result = run({"update", "articles"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, IsEmpty()) << "standard output is for results";
  EXPECT_THAT(last_line(result.err),
              StartsWith("added 2, updated 0, removed 0, unchanged 0, failed 0, skipped 1 of no "
                         "known kind in "));
  EXPECT_TRUE(fs::exists(path("lede.db"))) << "where --db is not given";
  result = run({"update", "articles"});
  EXPECT_THAT(last_line(result.err),
              StartsWith("added 0, updated 0, removed 0, unchanged 2, failed 0"));
}

TEST_F(Indexer, PrintsItsResultAsJson) {
  write("a.txt", "A headline\n\nA text.");
  const auto result = run({"update", "articles", "--json", "--progress", "never"});
  const json told = json::parse(result.out);
  EXPECT_EQ(told.at("format_version"), 1);
  EXPECT_EQ(told.at("added"), 1);
  EXPECT_EQ(told.at("failed"), 0);
  EXPECT_EQ(told.at("interrupted"), false);
  EXPECT_EQ(told.at("articles"), 1);
}

TEST_F(Indexer, TakesTheDatabaseFromTheEnvironment) {
  write("a.txt", "A headline\n\nA text.");
  ProgramOptions options;
  options.directory = dir_.path();
  options.environment = {{"LEDE_DB", path("elsewhere.db")}};
  EXPECT_EQ(run_program({LEDE_INDEXER, "update", "articles"}, options).exit_code, 0);
  EXPECT_TRUE(fs::exists(path("elsewhere.db/iamglass")));
}

TEST_F(Indexer, EndsWith1WhenFilesFailAndReportsEach) {
  write("good.txt", "A headline\n\nA text.");
  write("broken.json", "{");
  write("lines.jsonl", "{\"title\":\"T\",\"text\":\"x\"}\n{\n");
  const auto result = run({"update", "articles", "--report", "report.jsonl"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.err, HasSubstr("failed: " + path("articles/broken.json") + ": "));
  EXPECT_THAT(last_line(result.err), StartsWith("added 2, updated 0, removed 0, unchanged 0, "
                                                "failed 2"));
  std::istringstream report(read_file(path("report.jsonl")));
  std::vector<json> lines;
  for (std::string line; std::getline(report, line);) {
    lines.push_back(json::parse(line));
  }
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_EQ(lines[0].at("path"), path("articles/broken.json"));
  EXPECT_EQ(lines[0].at("record"), "");
  EXPECT_EQ(lines[0].at("code"), "unreadable");
  EXPECT_EQ(lines[1].at("path"), path("articles/lines.jsonl"));
  EXPECT_EQ(lines[1].at("record"), "2");
  EXPECT_NE(lines[1].at("reason"), "");
}

TEST_F(Indexer, EndsWith2ForUsage) {
  write("a.txt", "A headline\n\nA text.");
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{},
                                                    {"nonsense"},
                                                    {"update"},
                                                    {"update", "none"},
                                                    {"update", "articles", "--jobs", "0"},
                                                    {"update", "articles", "--memory", "1"},
                                                    {"update", "articles", "--lang", "klingonish"},
                                                    {"remove"},
                                                    {"extract"}}) {
    const auto result = run(arguments);
    EXPECT_EQ(result.exit_code, 2) << testing::PrintToString(arguments);
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(result.err, Not(IsEmpty()));
  }
  EXPECT_FALSE(fs::exists(path("lede.db")));
}

TEST_F(Indexer, EndsWith3WithoutADatabaseOrWithAnother) {
  for (const char* command : {"check", "compact", "stats", "export"}) {
    EXPECT_EQ(run({command}).exit_code, 3) << command;
  }
  EXPECT_EQ(run({"remove", "x"}).exit_code, 3);
  write("a.txt", "A headline\n\nA text.");
  {
    Xapian::WritableDatabase other(path("lede.db"), Xapian::DB_CREATE);
    other.add_document(Xapian::Document());
    other.commit();
  }
  const auto result = run({"update", "articles"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.err, HasSubstr("not made by Lede"));
  EXPECT_EQ(run({"check"}).exit_code, 3);
}

TEST_F(Indexer, EndsWith75WhenAnotherIsWriting) {
  write("a.txt", "A headline\n\nA text.");
  (void)run({"update", "articles"});
  const Xapian::WritableDatabase other(path("lede.db"));
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"update", "articles"}, {"compact"}, {"remove", "a.txt"}}) {
    const auto result = run(arguments);
    EXPECT_EQ(result.exit_code, 75) << arguments[0];
    EXPECT_THAT(result.err, HasSubstr("another process is writing"));
  }
  EXPECT_EQ(run({"check"}).exit_code, 0) << "reading goes on";
  EXPECT_EQ(run({"update", "articles", "--dry-run"}).exit_code, 0);
}

TEST_F(Indexer, DryRunWritesNothing) {
  write("a.txt", "A headline\n\nA text.");
  const auto result = run({"update", "articles", "--dry-run", "-v"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, HasSubstr("added a.txt\n"));
  EXPECT_THAT(last_line(result.err), StartsWith("would have: added 1, "));
  EXPECT_FALSE(fs::exists(path("lede.db")));
}

TEST_F(Indexer, EndsWith130AfterACleanCommitWhenInterrupted) {
  write_many();
  (void)run({"update", "articles", "--db", "whole.db"});
  for (const int signal : {SIGINT, SIGTERM}) {
    // A new one: its files appear once signals are handled.
    const std::string db = "stopped-" + std::to_string(signal) + ".db";
    StartedProgram update(
        {LEDE_INDEXER, "update", path("articles"), "--db", path(db), "--progress", "json"},
        path("err.txt"));
    while (!fs::exists(path(db + "/iamglass"))) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    update.send(signal);
    EXPECT_EQ(update.wait(), 130);
    const std::string err = read_file(path("err.txt"));
    EXPECT_THAT(err, HasSubstr("the next update goes on from there"));
    EXPECT_THAT(last_line(err), StartsWith("added "));
    EXPECT_EQ(run({"check", "--db", db}).exit_code, 0);
    EXPECT_EQ(run({"update", "articles", "--db", db}).exit_code, 0);
    EXPECT_EQ(exported(db), exported("whole.db"));
  }
}

TEST_F(Indexer, EndsAtOnceAtTheSecondSignal) {
  write_many();
  StartedProgram update({LEDE_INDEXER, "update", path("articles"), "--db", path("lede.db")},
                        path("err.txt"));
  while (!fs::exists(path("lede.db/iamglass"))) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  update.send(SIGINT);
  update.send(SIGTERM);
  EXPECT_EQ(update.wait(), 130);
  EXPECT_EQ(run({"update", "articles"}).exit_code, 0);
  EXPECT_EQ(run({"check"}).exit_code, 0);
}

TEST_F(Indexer, ShowsProgressAsJsonWhenAsked) {
  write_many();
  const auto result = run({"update", "articles", "--progress", "json", "--jobs", "1"});
  std::istringstream in(result.err);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("{")) {
      EXPECT_EQ(json::parse(line).at("event"), "progress");
    }
  }
  EXPECT_THAT(result.err, Not(HasSubstr("\033"))) << "no control codes where no terminal is";
  EXPECT_THAT(run({"update", "articles", "--full", "--progress", "always"}).err,
              AllOf(HasSubstr("\r\033[K"), HasSubstr("articles/s")));
}

TEST_F(Indexer, ExportsWhatItReadsAgain) {
  write("a.txt", "A headline\n\nKYIV, May 31 2024 (AFP) - A text.\n\nAnother paragraph.");
  write("b.json",
        R"({"id":"b","title":"T","text":"One.\n\nTwo.","author":"Ann Lee","publisher":"P",)"
        R"("published":"2024-05","language":"en","url":"https://p.example/b"})");
  (void)run({"update", "articles"});
  const auto first = exported("lede.db");
  std::string lines;
  for (const auto& line : first) {
    lines += line + "\n";
  }
  dir_.write("again/all.jsonl", lines);
  EXPECT_EQ(run({"update", "again", "--db", "again.db"}).exit_code, 0);
  const auto again = exported("again.db");
  ASSERT_EQ(again.size(), first.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    const json one = json::parse(first[i]);
    const json other = json::parse(again[i]);
    for (const char* field : {"id", "title", "text", "author", "publisher", "agency", "place",
                              "published", "published_precision", "language", "url"}) {
      EXPECT_EQ(one.value(field, ""), other.value(field, "")) << field;
    }
  }
}

TEST_F(Indexer, ExtractsWithoutADatabase) {
  write("b.json", R"({"id":"b","title":"T","text":"One.","published":"2024-05"})");
  const auto shown = run({"extract", "articles/b.json"});
  EXPECT_EQ(shown.exit_code, 0);
  EXPECT_THAT(shown.out, AllOf(HasSubstr("title      T  (declared, high)\n"),
                               HasSubstr("published  2024-05  (field"), HasSubstr("\nOne.\n")));
  const auto result = run({"extract", "--json", "articles/b.json", "articles/none.json"});
  EXPECT_EQ(result.exit_code, 1);
  const json article = json::parse(result.out);
  EXPECT_EQ(article.at("path"), "articles/b.json");
  EXPECT_EQ(article.at("published_precision"), "month");
  EXPECT_EQ(article.at("zones"), json::array());
  EXPECT_FALSE(article.contains("url"));
  EXPECT_THAT(result.err, HasSubstr("articles/none.json"));
}

TEST_F(Indexer, LooksAfterADatabase) {
  write("a.txt", "A headline\n\nA text.");
  write("b.txt", "B headline\n\nA text.");
  (void)run({"update", "articles"});
  EXPECT_THAT(run({"check"}).out, HasSubstr("2 articles of 2 files, no problems"));
  EXPECT_EQ(json::parse(run({"check", "--json"}).out).at("problem_count"), 0);
  EXPECT_EQ(run({"compact"}).exit_code, 0);
  EXPECT_EQ(json::parse(run({"stats", "--json"}).out).at("articles"), 2);
  EXPECT_THAT(run({"stats"}).out, HasSubstr("articles   2\n"));
  EXPECT_EQ(run({"remove", "a.txt"}).exit_code, 0);
  EXPECT_EQ(run({"remove", "a.txt"}).exit_code, 1) << "it is gone already";
  EXPECT_THAT(exported("lede.db"), SizeIs(1));
  EXPECT_EQ(run({"check"}).exit_code, 0);
}

TEST_F(Indexer, CheckEndsWith3AndSaysWhatIsDamaged) {
  write("a.txt", "A headline\n\nA text.");
  (void)run({"update", "articles"});
  {
    Xapian::WritableDatabase database(path("lede.db"));
    Xapian::Document document = database.get_document(1);
    document.set_data("damaged");
    database.replace_document(1, document);
  }
  const auto result = run({"check"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.err, HasSubstr("article 1: "));
  EXPECT_THAT(result.out, HasSubstr("1 problems"));
}

TEST_F(Indexer, ReadsAnyBytesAsAnyKindOfFile) {
  std::string bytes;
  for (int i = 0; i < 70000; ++i) {
    bytes += static_cast<char>((i * 7919 + i / 256) % 256);
  }
  for (const char* kind :
       {"txt", "html", "md", "json", "jsonl", "txt.gz", "html.zst", "jsonl.gz"}) {
    write(std::string("noise.") + kind, bytes);
    write(std::string("zeros.") + kind, std::string(70000, '\0'));
    write(std::string("nothing.") + kind, "");
  }
  write("\xff\xfe-name.txt", "A headline\n\nA text.");
  const auto result = run({"update", "articles", "--report", "report.jsonl"});
  EXPECT_THAT(result.exit_code, testing::AnyOf(0, 1)) << result.err;
  EXPECT_EQ(run({"check"}).exit_code, 0);
  std::istringstream report(read_file(path("report.jsonl")));
  for (std::string line; std::getline(report, line);) {
    EXPECT_NE(json::parse(line).at("reason"), "");
  }
}

TEST_F(Indexer, IndexesTheHardCorpusWithAClearReport) {
  const auto result = run({"update", LEDE_SOURCE_DIR "/corpus", "--report", "report.jsonl"});
  EXPECT_EQ(result.exit_code, 1) << "it holds broken files";
  EXPECT_EQ(run({"check"}).exit_code, 0);
  std::istringstream report(read_file(path("report.jsonl")));
  for (std::string line; std::getline(report, line);) {
    EXPECT_THAT(json::parse(line).at("path").get<std::string>(), HasSubstr("/corpus/hard/"))
        << line;
  }
}

TEST_F(Indexer, HelpsAndTellsItsVersion) {
  const auto help = run({"--help"});
  EXPECT_EQ(help.exit_code, 0);
  for (const char* command : {"update", "extract", "remove", "relearn", "check", "compact", "stats",
                              "export", "Exit codes"}) {
    EXPECT_THAT(help.out, HasSubstr(command));
  }
  EXPECT_EQ(run({"update", "--help"}).exit_code, 0);
  EXPECT_THAT(run({"--version"}).out, MatchesRegex("lede-indexer [0-9.]+\n"));
}

}  // namespace
}  // namespace lede::test
