// Test data that is not ours to ship: found by environment variables, its absence said aloud.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace lede::test {

// The value of an environment variable; empty when it is not set.
inline std::string conformance_path(const char* variable) {
  const char* path = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): nobody sets it
  return path == nullptr ? std::string() : std::string(path);
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline std::vector<std::string> read_lines(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line);
  }
  return lines;
}

}  // namespace lede::test

// Skips the test, and says why, when `variable` names no data.
#define LEDE_NEED_DATA(path, variable)                                       \
  const std::string path = lede::test::conformance_path(variable);           \
  if (path.empty()) {                                                        \
    GTEST_SKIP() << "set " << (variable) << " to run this conformance test"; \
  }
