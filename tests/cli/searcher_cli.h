// lede-searcher run on a small archive that lede-indexer built.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace lede::test {

class SearcherCli : public testing::Test {
 protected:
  // The archive is built once for all tests of a process.
  static void SetUpTestSuite();
  static void TearDownTestSuite();

  [[nodiscard]] static std::string database();

  // Runs it with the archive in LEDE_DB, 80 columns and no colour settings of the caller.
  [[nodiscard]] static ProgramResult run(const std::vector<std::string>& arguments,
                                         ProgramOptions options = {});

  // Likewise, with its output on a terminal: what it sends there, and errors too.
  [[nodiscard]] static ProgramResult run_on_terminal(
      const std::vector<std::string>& arguments,
      const std::vector<std::pair<std::string, std::string>>& environment = {});

  // Likewise, by a shell in which $LEDE is the program.
  [[nodiscard]] static ProgramResult run_shell(const std::string& script);

  // Builds a database of one file's bytes below `folder`.
  static std::string build(const TempDir& folder, std::string_view name, std::string_view bytes);
};

[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);

}  // namespace lede::test
