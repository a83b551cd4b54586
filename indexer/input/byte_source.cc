// Sources in memory, a look at the first bytes, and all bytes at once.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/byte_source.h"

#include <utility>

namespace lede {
namespace {

Failure too_large(const std::string& name, std::size_t limit) {
  return fail(ErrorCode::kTooLarge,
              name + ": more than the limit of " + std::to_string(limit) + " bytes",
              "raise the limit with --max-file-size MiB");
}

}  // namespace

bool ByteSource::seek(std::uint64_t /*offset*/) { return false; }

Result<std::string_view> MemorySource::next() {
  return bytes_.substr(std::exchange(at_, bytes_.size()));
}

bool MemorySource::seek(std::uint64_t offset) {
  if (offset > bytes_.size()) {
    return false;
  }
  at_ = static_cast<std::size_t>(offset);
  return true;
}

Result<std::string_view> HeadSource::head() {
  while (held_.size() < kHeadBytes) {
    if (own_.empty() && !held_.empty()) {
      own_ = held_;  // the next block takes its place
    }
    const auto block = inner_.next();
    if (!block) {
      return fail(block.error());
    }
    if (block->empty()) {
      break;
    }
    if (held_.empty()) {
      held_ = *block;
    } else {
      own_ += *block;
      held_ = own_;
    }
  }
  if (!own_.empty()) {
    held_ = own_;
  }
  return held_.substr(0, kHeadBytes);
}

Result<std::string_view> HeadSource::next() {
  return held_.empty() ? inner_.next() : std::exchange(held_, {});
}

bool HeadSource::seek(std::uint64_t offset) {
  held_ = {};
  return inner_.seek(offset);
}

Result<std::string> read_all(ByteSource& source, std::size_t max_bytes) {
  std::string bytes;
  if (const auto size = source.size()) {
    if (*size > max_bytes) {
      return too_large(source.name(), max_bytes);
    }
    bytes.reserve(static_cast<std::size_t>(*size));
  }
  while (true) {
    const auto block = source.next();
    if (!block) {
      return fail(block.error());
    }
    if (block->empty()) {
      return bytes;
    }
    if (block->size() > max_bytes - bytes.size()) {
      return too_large(source.name(), max_bytes);
    }
    bytes += *block;
  }
}

}  // namespace lede
