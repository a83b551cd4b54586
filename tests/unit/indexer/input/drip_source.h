// A source that gives its bytes in blocks of a chosen size, as files and archives do.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "indexer/input/byte_source.h"

namespace lede::test {

// Each block takes the place of the one before.
class DripSource final : public ByteSource {
 public:
  DripSource(std::string bytes, std::size_t block)
      : ByteSource("drip"), bytes_(std::move(bytes)), size_(block) {}

  [[nodiscard]] Result<std::string_view> next() override {
    block_ = bytes_.substr(at_, size_);
    at_ += block_.size();
    return std::string_view(block_);
  }

 private:
  std::string bytes_;
  std::string block_;
  std::size_t size_;
  std::size_t at_ = 0;
};

}  // namespace lede::test
