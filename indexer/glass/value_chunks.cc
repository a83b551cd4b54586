// The values in one slot, as entries of the posting table.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/value_chunks.h"

#include "indexer/glass/encoding.h"

namespace lede::glass {
namespace {

constexpr std::size_t kValueChunkBytes = 2000;

}  // namespace

void ValueChunks::add(std::uint32_t docid, std::string_view value, const EntrySink& sink) {
  if (documents_ == 0 || value < lowest_) {
    lowest_ = value;
  }
  if (documents_ == 0 || value > highest_) {
    highest_ = value;
  }
  ++documents_;
  if (chunk_.size() >= kValueChunkBytes) {
    finish(sink);
  }
  if (chunk_.empty()) {
    first_docid_ = docid;
  } else {
    append_uint(chunk_, docid - last_docid_ - 1);
  }
  append_string(chunk_, value);
  last_docid_ = docid;
}

void ValueChunks::finish(const EntrySink& sink) {
  if (chunk_.empty()) {
    return;
  }
  std::string key("\0\xd8", 2);
  append_uint(key, slot_);
  append_sortable(key, first_docid_);
  sink(key, chunk_);
  chunk_.clear();
}

void ValueChunks::give_statistics(const EntrySink& sink) const {
  std::string key("\0\xd0", 2);
  append_last_uint(key, slot_);
  std::string tag;
  append_uint(tag, documents_);
  append_string(tag, lowest_);
  if (highest_ != lowest_) {
    tag += highest_;
  }
  sink(key, tag);
}

}  // namespace lede::glass
