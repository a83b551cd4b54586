// What goes wrong here ends the program: figures of half a database would only mislead.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_database.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <system_error>

#include "bench/bench_support.h"

namespace lede::bench {
namespace {

[[noreturn]] void give_up(const std::string& why) {
  std::fprintf(stderr, "lede-bench: %s\n", why.c_str());
  std::exit(2);  // NOLINT(concurrency-mt-unsafe): before any thread is started
}

}  // namespace

ScratchFolder::ScratchFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "lede-bench-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) {
    give_up("cannot make a temporary folder at " + name);
  }
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::size_t write_articles(const std::filesystem::path& file, std::size_t first,
                           std::size_t count) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  for (std::size_t number = first; number < first + count; ++number) {
    out << to_jsonl(generator().article(number));
  }
  if (!out.flush()) {
    give_up("cannot write " + file.string());
  }
  out.close();
  // An hour old: the indexer reads a file of this very moment again, as it may still be written.
  std::filesystem::last_write_time(
      file, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
  return std::filesystem::file_size(file);
}

Result<UpdateResult> index_articles(const std::filesystem::path& folder,
                                    const std::filesystem::path& database, std::size_t articles,
                                    unsigned jobs) {
  UpdateOptions options;
  options.database = database.string();
  options.paths = {folder.string()};
  options.jobs = jobs;
  options.now = 1717200000;
  const std::atomic<bool> stop = false;
  auto result = update(options, stop, {});
  if (result && result->articles != articles) {
    return fail(ErrorCode::kUnreadable,
                "only " + std::to_string(result->articles) + " articles were indexed");
  }
  return result;
}

const std::string& bench_database() {
  static const ScratchFolder kFolder;
  static const std::string kDatabase = [] {
    const auto articles = kFolder.path() / "articles";
    const auto database = kFolder.path() / "bench.db";
    write_articles(articles / "articles.jsonl", 0, database_articles());
    const auto result = index_articles(articles, database, database_articles(), 2);
    if (!result) {
      give_up(result.error().message);
    }
    return database.string();
  }();
  return kDatabase;
}

}  // namespace lede::bench
