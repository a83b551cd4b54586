// Posting lists and values are cut into chunks that say the same together.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "indexer/glass/encoding.h"
#include "indexer/glass/posting_chunks.h"
#include "indexer/glass/value_chunks.h"

namespace lede::glass {
namespace {

using Entry = std::pair<std::string, std::string>;
using Posting = std::pair<std::uint32_t, std::uint32_t>;  // document, frequency

std::uint64_t take_uint(std::string& bytes) {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.at(0));
    bytes.erase(0, 1);
    value |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte < 0x80) {
      return value;
    }
  }
}

std::vector<Entry> chunks_of(const std::vector<Posting>& postings, const PostingTotals& totals) {
  std::vector<Entry> entries;
  const EntrySink sink = [&](std::string_view key, std::string_view tag) {
    entries.emplace_back(key, tag);
  };
  PostingChunks chunks(sink, first_posting_key("t"), later_posting_key("t"), totals);
  for (const auto& [docid, wdf] : postings) {
    chunks.add(docid, wdf);
  }
  chunks.finish();
  return entries;
}

// Reads the chunks as the format says, with the key that each must have.
std::vector<Posting> postings_in(const std::vector<Entry>& entries, const PostingTotals& totals) {
  std::vector<Posting> postings;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    std::string tag = entries[i].second;
    std::uint64_t docid = 0;
    if (i == 0) {
      EXPECT_EQ(entries[i].first, "t");
      EXPECT_EQ(take_uint(tag), totals.documents);
      EXPECT_EQ(take_uint(tag), totals.collection_frequency);
      docid = take_uint(tag) + 1;
    }
    EXPECT_EQ(tag.at(0), i + 1 == entries.size() ? '1' : '0') << "whether it is the last";
    tag.erase(0, 1);
    const std::uint64_t reach = take_uint(tag);
    if (i > 0) {
      // The first number is in the key alone: found by what comes out right.
      for (docid = postings.back().first + 1;; ++docid) {
        std::string key = std::string("t\0", 2);
        append_sortable(key, docid);
        if (key == entries[i].first) {
          break;
        }
      }
    }
    const std::uint64_t first = docid;
    EXPECT_LT(tag.size(), 2012U) << "a chunk ends soon after 2,000 bytes";
    while (true) {
      postings.emplace_back(docid, take_uint(tag));
      if (tag.empty()) {
        break;
      }
      docid += take_uint(tag) + 1;
    }
    EXPECT_EQ(docid - first, reach);
  }
  return postings;
}

TEST(PostingChunks, OfEveryLengthReadAsTheyWereWritten) {
  std::mt19937 random(1);
  for (std::size_t length = 1; length < 6000; length = length < 40 ? length + 1 : length * 5 / 4) {
    std::vector<Posting> postings;
    PostingTotals totals;
    std::uint32_t docid = 0;
    for (std::size_t i = 0; i < length; ++i) {
      docid += 1 + static_cast<std::uint32_t>(random() % 300 == 0 ? random() % 5000 : random() % 3);
      const auto wdf = static_cast<std::uint32_t>(random() % 10 == 0 ? random() % 70000 : 1);
      postings.emplace_back(docid, wdf);
      ++totals.documents;
      totals.collection_frequency += wdf;
    }
    const std::vector<Entry> entries = chunks_of(postings, totals);
    ASSERT_EQ(postings_in(entries, totals), postings) << length;
  }
}

TEST(PostingChunks, OneIsFullWithTwoThousandBytes) {
  std::vector<Posting> postings;
  for (std::uint32_t docid = 1; docid <= 1000; ++docid) {
    postings.emplace_back(docid, 1);  // two bytes each, the first one
  }
  EXPECT_EQ(chunks_of(postings, {}).size(), 1U) << "1,999 bytes";
  postings.emplace_back(1001, 1);
  EXPECT_EQ(chunks_of(postings, {}).size(), 1U) << "the one that fills it";
  postings.emplace_back(1002, 1);
  EXPECT_EQ(chunks_of(postings, {}).size(), 2U);
}

class Values {
 public:
  explicit Values(std::uint32_t slot) : chunks_(slot) {}
  void add(std::uint32_t docid, const std::string& value) { chunks_.add(docid, value, sink_); }
  std::map<std::string, std::string> finish() {
    chunks_.finish(sink_);
    chunks_.give_statistics(sink_);
    return entries_;
  }

 private:
  std::map<std::string, std::string> entries_;
  EntrySink sink_ = [this](std::string_view key, std::string_view tag) {
    EXPECT_TRUE(entries_.emplace(key, tag).second) << "a key comes once";
  };
  ValueChunks chunks_;
};

std::string statistics_key(std::uint32_t slot) {
  std::string key("\0\xd0", 2);
  append_last_uint(key, slot);
  return key;
}

TEST(ValueChunks, KeepTheirBounds) {
  Values values(7);
  values.add(3, "middle");
  values.add(9, "a");
  values.add(10, "zebra");
  auto entries = values.finish();
  EXPECT_EQ(entries.at(statistics_key(7)), std::string("\x03\x01") + "azebra");
  EXPECT_EQ(entries.at(std::string("\0\xd8\x07\0\x03", 5)), std::string("\x06middle\x05\x01"
                                                                        "a\0\x05zebra",
                                                                        17));
  EXPECT_EQ(entries.size(), 2U);
}

TEST(ValueChunks, OneBoundIsEnoughWhereBothAreEqual) {
  Values values(0);
  values.add(1, "same");
  values.add(2, "same");
  EXPECT_EQ(values.finish().at(statistics_key(0)), "\x02\x04same");
}

TEST(ValueChunks, AreCutAndSlotsKeepApart) {
  for (const std::uint32_t slot : {0U, 127U, 128U, 255U, 256U, 65536U, 0xfffffffeU}) {
    Values values(slot);
    for (std::uint32_t docid = 1; docid <= 100; ++docid) {
      values.add(docid * 1000, std::string(199, 'v'));
    }
    const auto entries = values.finish();
    std::string key("\0\xd8", 2);
    append_uint(key, slot);
    std::size_t chunks = 0;
    for (const auto& [at, tag] : entries) {
      chunks += at.starts_with(key) ? 1U : 0U;
      EXPECT_LT(tag.size(), 2300U);
    }
    EXPECT_EQ(chunks, 10U) << slot;
    EXPECT_TRUE(entries.contains(statistics_key(slot))) << slot;
  }
}

}  // namespace
}  // namespace lede::glass
