// The database that the search suites ask, built by the indexer as a user's is.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "common/result.h"
#include "indexer/update/update.h"

namespace lede::bench {

// A folder of its own under the system's temporary one, removed with everything in it.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// `count` articles from number `first` on as JSON lines in a new file; its size in bytes.
std::size_t write_articles(const std::filesystem::path& file, std::size_t first, std::size_t count);

// Updates `database` from `folder`; fails unless exactly `articles` are in it then.
[[nodiscard]] Result<UpdateResult> index_articles(const std::filesystem::path& folder,
                                                  const std::filesystem::path& database,
                                                  std::size_t articles, unsigned jobs);

// A database of database_articles() articles, built on first use and removed at exit. Stops the
// program with a message when it cannot be built: nothing would be left to measure.
[[nodiscard]] const std::string& bench_database();

}  // namespace lede::bench
