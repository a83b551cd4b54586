// Learns from a sample of articles which lines repeat across those of one outlet.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/repeats.h"

namespace lede {

// Bounded: 200 articles of an outlet are compared, by 64 lines at each end, and the first 1,000
// outlets. But for those it does not matter in which order articles are given. For one thread.
class LineLearner {
 public:
  // `text`: the article, its repeated lines included. `head`: lines that were taken from above it.
  // `id` decides whether it is compared when its outlet has more than enough.
  void add(const Outlet& outlet, std::string_view id, std::string_view text,
           const std::vector<std::string>& head = {});

  // An outlet with nothing that repeats is there, too, if enough of its articles were compared.
  [[nodiscard]] LearnedLines learn() const;

 private:
  struct SampledLine {
    std::uint64_t hash = 0;
    std::size_t bytes = 0;
    bool running = false;
    bool linklike = false;
    bool head = false;  // above the text; it needs the share of a sentence
  };
  struct Sample {
    std::vector<SampledLine> lines;
    std::vector<std::uint64_t> phrases;  // hashes of some phrases of the running text
  };
  struct OutletSample {
    std::string name;
    std::map<std::uint64_t, Sample> articles;  // by the hash of their id
  };
  class Comparison;

  std::map<std::string, OutletSample> outlets_;  // by key
};

// What extraction took for the headline, and what stood above it.
[[nodiscard]] std::vector<std::string> head_of(const Article& article);

}  // namespace lede
