// The documents that have a term, and the lengths of documents, as entries of the posting table.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace lede::glass {

using EntrySink = std::function<void(std::string_view key, std::string_view tag)>;

// What a chunk, a piece of the list, starts with.
struct PostingTotals {
  std::uint64_t documents = 0;             // that have the term
  std::uint64_t collection_frequency = 0;  // the sum of its within-document frequencies
};

// Cuts one list into chunks of some 2,000 bytes. For one thread.
class PostingChunks {
 public:
  // Document lengths are a list like that of a term, with totals of 0.
  PostingChunks(const EntrySink& sink, std::string first_key, std::string later_key,
                PostingTotals totals);

  // The next document; `wdf` is the term's frequency in it, or the document's length.
  void add(std::uint32_t docid, std::uint32_t wdf);

  // After the last document, of which there was at least one.
  void finish();

 private:
  void begin(std::uint32_t docid);
  void close(bool last);

  const EntrySink& sink_;
  std::string first_key_;
  std::string later_key_;  // without the document number behind it
  PostingTotals totals_;
  std::string body_;
  std::string key_;
  std::string tag_;
  std::uint32_t first_docid_ = 0;  // of the chunk
  std::uint32_t last_docid_ = 0;
  bool is_first_chunk_ = true;
};

// The two keys of a term's list.
[[nodiscard]] std::string first_posting_key(std::string_view term);
[[nodiscard]] std::string later_posting_key(std::string_view term);

// That of the document lengths, both first and later.
[[nodiscard]] std::string length_key();

}  // namespace lede::glass
