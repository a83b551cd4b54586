// Classifying segments by their characters.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/chunk_segments.h"

#include <utility>

#include "common/text/utf8.h"
#include "common/text/word_class.h"

namespace lede {

namespace {

constexpr char32_t kNarrowSpace = 0x202F;

class Parter {
 public:
  Parter(std::string_view chunk, std::size_t segments) : chunk_(chunk) { parts_.reserve(segments); }

  // Adds the ICU segment that ends at `end`.
  void add(std::uint32_t end) {
    while (at_ < end) {
      const CodePoint c = decode(chunk_, at_);
      const CharInfo info = CharTable::instance()[c.value];
      const bool dictionary = info.word_class() == WordClass::kDictionary;
      const bool other_script = part_.word && info.is_word() && part_.dictionary != dictionary;
      if (c.value == kNarrowSpace || other_script) {
        close();
      }
      if (at_ == part_.start) {
        part_.sign = c.value;
        part_.white = info.has(CharInfo::kWhite);
      } else {
        part_.sign = 0;
      }
      if (info.is_word()) {
        part_.word = true;
        part_.dictionary = dictionary;
      }
      at_ = c.next;
      if (c.value == kNarrowSpace) {
        close();
      }
    }
    close();
  }

  std::vector<ChunkSegment> take() { return std::move(parts_); }

 private:
  void close() {
    part_.end = static_cast<std::uint32_t>(at_);
    if (part_.end > part_.start) {
      parts_.push_back(part_);
    }
    part_ = {};
    part_.start = static_cast<std::uint32_t>(at_);
  }

  std::string_view chunk_;
  std::size_t at_ = 0;
  ChunkSegment part_;
  std::vector<ChunkSegment> parts_;
};

}  // namespace

std::vector<ChunkSegment> chunk_segments(std::string_view chunk,
                                         std::span<const std::uint32_t> ends) {
  Parter parter(chunk, ends.size());
  for (const std::uint32_t end : ends) {
    parter.add(end);
  }
  return parter.take();
}

}  // namespace lede
