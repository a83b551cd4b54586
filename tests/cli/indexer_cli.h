// lede-indexer run in a folder of the test's own.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace lede::test {

class IndexerCli : public testing::Test {
 protected:
  [[nodiscard]] ProgramResult run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), LEDE_INDEXER);
    ProgramOptions options;
    options.directory = dir_.path();
    return run_program(arguments, options);
  }

  TempDir dir_;
};

}  // namespace lede::test
