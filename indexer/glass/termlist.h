// The terms of a document, as tags of the termlist table.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace lede::glass {

// Builds the tag of one document: each term as what it has beyond the one before.
class TermlistTag {
 public:
  // A document of so many terms, whose within-document frequencies sum up to `length`.
  TermlistTag(std::string& out, std::uint64_t length, std::size_t terms);

  // The next term in byte order; at most 255 bytes.
  void add(std::string_view term, std::uint32_t wdf);

 private:
  std::string& out_;
  std::string_view previous_;
  bool first_ = true;
};

// The slots in which the document has values, which rise and are at least one.
void append_used_slots(std::string& out, std::span<const std::uint32_t> slots);

}  // namespace lede::glass
