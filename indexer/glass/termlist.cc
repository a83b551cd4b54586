// The terms of a document, as tags of the termlist table.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/termlist.h"

#include <algorithm>

#include "indexer/glass/encoding.h"

namespace lede::glass {

TermlistTag::TermlistTag(std::string& out, std::uint64_t length, std::size_t terms) : out_(out) {
  if (terms > 0) {
    append_uint(out_, length);
    append_uint(out_, terms);
  }
}

// A small frequency shares a byte with the number of bytes that the term before has in common.
void TermlistTag::add(std::string_view term, std::uint32_t wdf) {
  if (first_) {
    first_ = false;
    out_ += static_cast<char>(term.size());
    out_ += term;
    append_uint(out_, wdf);
    previous_ = term;
    return;
  }
  const auto differ =
      std::mismatch(term.begin(), term.end(), previous_.begin(), previous_.end()).first;
  const auto reused = static_cast<std::size_t>(differ - term.begin());
  const std::uint64_t both = (std::uint64_t{wdf} + 1) * (previous_.size() + 1) + reused;
  const bool packed = wdf < 127 && both < 256;
  out_ += static_cast<char>(packed ? both : reused);
  out_ += static_cast<char>(term.size() - reused);
  out_ += term.substr(reused);
  if (!packed) {
    append_uint(out_, wdf);
  }
  previous_ = term;
}

void append_used_slots(std::string& out, std::span<const std::uint32_t> slots) {
  std::uint64_t expected = 0;
  for (const std::uint32_t slot : slots) {
    append_uint(out, slot - expected);
    expected = std::uint64_t{slot} + 1;
  }
}

}  // namespace lede::glass
