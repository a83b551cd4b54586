// Files made to hurt: each is refused with a reason, within the time and memory stated here, and
// the run goes on.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "tests/support/packing.h"
#include "tests/support/pdf.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace lede {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using test::compressed;
using test::Filter;
using test::make_tar;
using test::make_zip;
using test::run_program;
using test::TempDir;
using testing::HasSubstr;

// Of the whole run, on a slow and busy machine with sanitizers; alone it takes some seconds.
constexpr std::chrono::seconds kMostTime{90};
constexpr long kMostKilobytes = 400L * 1024;  // with --memory 128

std::string gzip_bomb() {
  const std::string part = compressed(std::string(std::size_t{16} << 20U, '\0'), Filter::kGzip);
  std::string bomb;
  for (int i = 0; i < 256; ++i) {
    bomb += part;
  }
  return bomb;  // four gigabytes
}

std::string zip_bomb() {
  std::vector<test::Member> members;
  for (int i = 0; i < 64; ++i) {
    members.push_back(
        {std::to_string(i) + ".txt", std::string(std::size_t{1} << 20U, 'x'), {}, false, 32});
  }
  return make_zip(members);  // two gigabytes
}

std::string nested_zips() {
  std::string archive = make_zip({{"core.txt", "Core\n\nA text.\n", {}}});
  for (int depth = 0; depth < 50; ++depth) {
    archive = make_zip({{"deeper.zip", archive, {}}});
  }
  return archive;
}

std::string laughs() {
  std::string bomb = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'ha'>";
  for (int i = 1; i < 10; ++i) {
    bomb += "<!ENTITY a" + std::to_string(i) + " '";
    for (int j = 0; j < 10; ++j) {
      bomb += "&a" + std::to_string(i - 1) + ";";
    }
    bomb += "'>";
  }
  return bomb + "]><rss><channel><item><title>&a9;</title></item></channel></rss>";
}

std::string nested_tags() {
  std::string page;
  for (int i = 0; i < 100000; ++i) {
    page += "<div>";
  }
  return page + "<p>Deep down.</p>";
}

class Traps : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& bytes) const {
    dir_.write("articles/" + name, bytes);
  }
  [[nodiscard]] fs::path path(const std::string& name) const {
    return dir_.path() / "articles" / name;
  }

  void lay() const {
    write("good-first.txt", "Ferry sails\n\nIt sailed at six.\n");
    write("gzip-bomb.jsonl.gz", gzip_bomb());
    write("zip-bomb.zip", zip_bomb());
    write("nested.zip", nested_zips());
    write("climbing.tar", make_tar({{"../../../etc/cron.d/evil.txt", "x", {}},
                                    {"/etc/evil.txt", "x", {}},
                                    {"good.txt", "Within\n\nA text.\n", {}}}));
    write("laughs.xml", laughs());
    write("loop.pdf", test::looping_pdf(12));
    write("nested.html", nested_tags());
    for (const char* sparse : {"sparse.txt", "sparse.jsonl", "sparse.unknown"}) {
      write(sparse, "");
      fs::resize_file(path(sparse), std::uintmax_t{1} << 30U);
    }
    fs::create_symlink("ring-b.txt", path("ring-a.txt"));
    fs::create_symlink("ring-a.txt", path("ring-b.txt"));
    fs::create_directories(path("folder"));
    fs::create_directory_symlink("..", path("folder/up"));
    fs::create_symlink("/dev/zero", path("zero.txt"));
    ASSERT_EQ(mkfifo(path("pipe.txt").c_str(), 0600), 0);
    write("z-good-last.txt", "Ferry returns\n\nIt came back at nine.\n");
  }

  // What the report says of each file, by its name and record.
  [[nodiscard]] std::map<std::string, json> report() const {
    std::map<std::string, json> said;
    std::istringstream lines(test::read_file(dir_.path() / "report.jsonl"));
    for (std::string line; std::getline(lines, line);) {
      json entry = json::parse(line);
      const std::string record = entry.at("record");
      const std::string name = fs::path(entry.at("path").get<std::string>()).filename().string();
      said[name + (record.empty() ? "" : "#" + record)] = entry;
    }
    return said;
  }

  TempDir dir_;
};

TEST_F(Traps, AreRefusedWithAReasonAndTheRunGoesOn) {
  lay();
  const auto begin = std::chrono::steady_clock::now();
  test::ProgramOptions options;
  options.directory = dir_.path();
  options.timeout_seconds = 300;
  const auto result = run_program({LEDE_INDEXER, "update", "articles", "--memory", "128", "--jobs",
                                   "1", "--report", "report.jsonl", "--json"},
                                  options);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, kMostTime);
  EXPECT_EQ(result.exit_code, 1) << result.err;
  const json told = json::parse(result.out);
  EXPECT_EQ(told.at("interrupted"), false);

  const std::map<std::string, const char*> reasons = {
      {"gzip-bomb.jsonl.gz", "200 times its size"},
      {"zip-bomb.zip", "200 times its size"},
      {"nested.zip#deeper.zip#deeper.zip#deeper.zip", "nested more than 3 deep"},
      {"climbing.tar#../../../etc/cron.d/evil.txt", "leads out of the archive"},
      {"climbing.tar#/etc/evil.txt", "leads out of the archive"},
      {"laughs.xml", "declares entities"},
      {"loop.pdf", "took more than 5 s"},
      {"sparse.txt", "more than the limit"},
      {"sparse.jsonl", "longer than 64 MiB"},
      {"sparse.unknown", "no reader for this kind of file"},
      {"ring-a.txt", "symbolic links"},
      {"ring-b.txt", "symbolic links"},
      {"zero.txt", "not a regular file"},
      {"pipe.txt", "not a regular file"},
  };
  const auto said = report();
  for (const auto& [name, reason] : reasons) {
    ASSERT_TRUE(said.contains(name)) << name << "\n" << result.err;
    EXPECT_THAT(said.at(name).at("reason").get<std::string>(), HasSubstr(reason)) << name;
  }
  EXPECT_EQ(said.size(), reasons.size());

  const auto exported = run_program({LEDE_INDEXER, "export", "--db", "lede.db"}, options);
  for (const char* good : {"Ferry sails", "Ferry returns", "Within", "Deep down."}) {
    EXPECT_THAT(exported.out, HasSubstr(good));
  }
#ifndef __SANITIZE_ADDRESS__
  rusage used{};
  getrusage(RUSAGE_CHILDREN, &used);
  EXPECT_LT(used.ru_maxrss, kMostKilobytes);
#endif
}

}  // namespace
}  // namespace lede
