// Documents made at random, like articles or unlike them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "indexer/document_builder.h"
#include "indexer/index_document.h"

namespace lede::test {

struct RandomShape {
  std::size_t vocabulary = 300;
  std::size_t most_words = 120;   // of a document
  std::size_t most_data = 400;    // bytes
  std::size_t most_value = 30;    // bytes
  std::size_t longest_term = 12;  // 245: as long as a term can be
  bool any_bytes = false;         // in terms and values, not only letters
  std::vector<std::uint32_t> slots = {0, 1, 2, 7};
};

class RandomDocuments {
 public:
  RandomDocuments(std::mt19937& random, const RandomShape& shape);

  // Some are empty, some have no positions, some repeat and mix up positions.
  [[nodiscard]] IndexDocument next();

 private:
  [[nodiscard]] std::size_t below(std::size_t end) { return random_() % end; }
  [[nodiscard]] std::string bytes(std::size_t count);
  [[nodiscard]] std::string term();

  std::mt19937& random_;
  const RandomShape shape_;
  std::vector<std::string> vocabulary_;
  DocumentBuilder builder_;
};

}  // namespace lede::test
