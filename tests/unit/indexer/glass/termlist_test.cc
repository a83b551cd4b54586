// The term list of a document, byte by byte.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/termlist.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lede::glass {
namespace {

TEST(Termlist, OfNoTermsIsEmpty) {
  std::string out;
  const TermlistTag tag(out, 0, 0);
  EXPECT_EQ(out, "");
}

TEST(Termlist, TheFirstTermIsWhole) {
  std::string out;
  TermlistTag tag(out, 300, 1);
  tag.add("word", 300);
  EXPECT_EQ(out, "\xac\x02\x01\x04word\xac\x02");
}

TEST(Termlist, ASmallFrequencySharesAByteWithWhatIsReused) {
  std::string out;
  TermlistTag tag(out, 3, 2);
  tag.add("car", 1);
  tag.add("cart", 2);
  // (2 + 1) * (3 + 1) + 3 = 15
  EXPECT_EQ(out,
            "\x03\x02\x03"
            "car\x01\x0f\x01t");
}

TEST(Termlist, ALargeFrequencyStandsAlone) {
  std::string out;
  TermlistTag tag(out, 0, 4);
  tag.add("a", 0);
  tag.add("ab", 126);  // 127 * 2 + 1 = 255 is the last that can be shared
  tag.add("b", 126);   // 127 * 3 cannot
  tag.add("c", 127);   // nor can 127, however short the term before
  EXPECT_EQ(out, std::string("\0\x04\x01"
                             "a\0\xff\x01"
                             "b\0\x01"
                             "b\x7e\0\x01"
                             "c\x7f",
                             16));
}

TEST(Termlist, SlotsAreDistances) {
  std::string out;
  append_used_slots(out, std::vector<std::uint32_t>{0, 1, 5, 300, 0xfffffffe});
  EXPECT_EQ(out, std::string("\0\0\x03\xa6\x02\xd1\xfd\xff\xff\x0f", 10));
}

}  // namespace
}  // namespace lede::glass
