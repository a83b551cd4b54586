// A server of the sample archive, one for all tests of a process.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "tests/http/lede_server.h"

namespace lede::test {

class SampleServer : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = std::make_unique<TempDir>();
    folder->write("articles/archive.jsonl", sample_archive());
    update_database(folder->path() / "articles", database());
    running = std::make_unique<LedeServer>(database());
  }

  static void TearDownTestSuite() {
    running.reset();
    folder.reset();
  }

  static std::filesystem::path database() { return folder->path() / "lede.db"; }
  static LedeServer& server() { return *running; }

 private:
  inline static std::unique_ptr<TempDir> folder;
  inline static std::unique_ptr<LedeServer> running;
};

}  // namespace lede::test
