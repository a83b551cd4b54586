// The documents that have a term, and the lengths of documents, as entries of the posting table.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/posting_chunks.h"

#include <utility>

#include "indexer/glass/encoding.h"

namespace lede::glass {
namespace {

constexpr std::size_t kPostingChunkBytes = 2000;

}  // namespace

PostingChunks::PostingChunks(const EntrySink& sink, std::string first_key, std::string later_key,
                             PostingTotals totals)
    : sink_(sink),
      first_key_(std::move(first_key)),
      later_key_(std::move(later_key)),
      totals_(totals) {}

void PostingChunks::add(std::uint32_t docid, std::uint32_t wdf) {
  if (body_.size() >= kPostingChunkBytes) {
    close(false);
  }
  if (body_.empty()) {
    first_docid_ = docid;
  } else {
    append_uint(body_, docid - last_docid_ - 1);
  }
  append_uint(body_, wdf);
  last_docid_ = docid;
}

void PostingChunks::finish() { close(true); }

void PostingChunks::close(bool last) {
  tag_.clear();
  if (is_first_chunk_) {
    append_uint(tag_, totals_.documents);
    append_uint(tag_, totals_.collection_frequency);
    append_uint(tag_, first_docid_ - 1);
    key_ = first_key_;
  } else {
    key_ = later_key_;
    append_sortable(key_, first_docid_);
  }
  append_bool(tag_, last);
  append_uint(tag_, last_docid_ - first_docid_);
  tag_ += body_;
  sink_(key_, tag_);
  body_.clear();
  is_first_chunk_ = false;
}

std::string first_posting_key(std::string_view term) {
  std::string key;
  append_escaped(key, term);
  return key;
}

std::string later_posting_key(std::string_view term) { return first_posting_key(term) + '\0'; }

std::string length_key() { return {"\0\xe0", 2}; }

}  // namespace lede::glass
