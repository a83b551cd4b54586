// Where ICU's word rules (UAX #29, root locale) part a text: its own boundaries exactly, most of
// them found without asking it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace lede {

// Not safe for use by two threads at once.
class Segmenter {
 public:
  Segmenter();
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;
  Segmenter(const Segmenter&) = delete;
  Segmenter& operator=(const Segmenter&) = delete;

  // Appends to `ends` the byte offset at which each segment of `text` ends, the last being
  // text.size(). Segments are words, runs of spaces, or single other characters.
  void segment(std::string_view text, std::vector<std::uint32_t>& ends);

  // The same by ICU alone: what `segment` is held against in tests.
  void segment_by_icu(std::string_view text, std::vector<std::uint32_t>& ends);

 private:
  class Icu;
  std::unique_ptr<Icu> icu_;
};

}  // namespace lede
