// A database of some articles that the library is asked for. Words in them are counted on.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <lede/lede.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "tests/support/temp_dir.h"

namespace lede::test {

class SampleDatabase {
 public:
  SampleDatabase();

  [[nodiscard]] std::string path() const { return (folder_.path() / "lede.db").string(); }

  // Changes the articles to these, as JSON lines, by lede-indexer and those of its options.
  void update(std::string_view lines, const std::string& writer = "api") const;

  [[nodiscard]] const TempDir& folder() const { return folder_; }

 private:
  TempDir folder_;
};

// Of the sample articles, opened.
[[nodiscard]] v1::Database opened(const SampleDatabase& sample);

[[nodiscard]] std::string_view sample_lines();

}  // namespace lede::test
