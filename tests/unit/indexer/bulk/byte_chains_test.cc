// Strings that grow side by side are what was appended to each.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/bulk/byte_chains.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace lede {
namespace {

TEST(ByteChains, AnEmptyOneIsEmpty) {
  const ByteChains chains;
  std::string out = "what was there";
  chains.copy({}, out);
  EXPECT_EQ(out, "");
  EXPECT_EQ(chains.memory(), 0U);
}

TEST(ByteChains, ManyGrowSideBySide) {
  std::mt19937 random(1);
  ByteChains chains;
  std::vector<ByteChains::Chain> heads(500);
  std::vector<std::string> expected(heads.size());
  for (int i = 0; i < 100000; ++i) {
    const std::size_t which = random() % (1 + random() % heads.size());
    const std::size_t size = random() % 300 == 0 ? random() % 90000 : random() % 12;
    const std::string piece(size, static_cast<char>(random()));
    chains.fetch(heads[which]);
    chains.append(heads[which], piece);
    expected[which] += piece;
  }
  std::string out;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    chains.copy(heads[i], out);
    ASSERT_TRUE(out == expected[i]) << i;
  }
}

TEST(ByteChains, EverySizeAroundTheSlicesIsWhole) {
  ByteChains chains;
  std::string out;
  for (std::size_t size = 0; size < 70000; size = size < 600 ? size + 1 : size + 4093) {
    ByteChains::Chain chain;
    std::string expected;
    for (std::size_t i = 0; i < size; ++i) {
      expected += static_cast<char>(i * 7);
    }
    chains.append(chain, expected);
    chains.append(chain, "");
    chains.append(chain, "end");
    chains.copy(chain, out);
    ASSERT_TRUE(out == expected + "end") << size;
  }
}

TEST(ByteChains, MemoryIsToldAndGivenBack) {
  ByteChains chains;
  ByteChains::Chain chain;
  chains.append(chain, std::string(3000000, 'a'));
  EXPECT_GE(chains.memory(), 3000000U);
  EXPECT_LT(chains.memory(), 3000000U * 2);
  EXPECT_TRUE(chains.has_room_for(std::size_t{1} << 30U));
  EXPECT_FALSE(chains.has_room_for(std::size_t{1} << 31U)) << "addresses have 32 bits";
  chains.clear();
  EXPECT_EQ(chains.memory(), 0U);
  ByteChains::Chain next;
  chains.append(next, "as new");
  std::string out;
  chains.copy(next, out);
  EXPECT_EQ(out, "as new");
}

}  // namespace
}  // namespace lede
