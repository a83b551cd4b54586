// A few of the documents that went into a database, to compare with what is read out of it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/bulk/sample.h"

#include <xxhash.h>

#include <memory>
#include <string_view>

#include "indexer/glass/encoding.h"
#include "indexer/glass/positions.h"

namespace lede {
namespace {

constexpr std::size_t kMostKept = 64;

std::uint64_t hash_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

// A term of a document as bytes that no other term, frequency or positions give.
void append_term(std::string& out, std::string_view name, std::uint32_t wdf,
                 std::string_view positions) {
  glass::append_string(out, name);
  glass::append_uint(out, wdf);
  glass::append_string(out, positions);
}

std::uint64_t hash_of_terms(const EncodedDocument& document) {
  std::string bytes;
  for (const EncodedPosting& posting : document.postings) {
    append_term(bytes, document.name_of(posting), posting.wdf, document.positions_of(posting));
  }
  return hash_of(bytes);
}

// By the term list for the names, and by posting and position lists for what it says of each.
std::uint64_t hash_of_terms(const Xapian::Database& database, Xapian::docid docid) {
  std::string bytes;
  std::vector<std::uint32_t> positions;
  for (auto term = database.termlist_begin(docid); term != database.termlist_end(docid); ++term) {
    auto posting = database.postlist_begin(*term);
    posting.skip_to(docid);
    if (posting == database.postlist_end(*term) || *posting != docid) {
      return 0;
    }
    positions.assign(database.positionlist_begin(docid, *term),
                     database.positionlist_end(docid, *term));
    std::string tag;
    if (!positions.empty()) {
      glass::append_positions(tag, positions);
    }
    append_term(bytes, *term, posting.get_wdf(), tag);
  }
  return hash_of(bytes);
}

bool has_values(const Xapian::Document& document, const std::vector<IndexValue>& values) {
  auto read = document.values_begin();
  for (const IndexValue& value : values) {
    if (read == document.values_end() || read.get_valueno() != value.slot || *read != value.bytes) {
      return false;
    }
    ++read;
  }
  return read == document.values_end();
}

}  // namespace

void DocumentSample::offer(std::uint32_t docid, const EncodedDocument& document) {
  if (offered_++ % stride_ != 0) {
    return;
  }
  if (kept_.size() == kMostKept) {
    for (std::size_t i = 1; i < kMostKept / 2; ++i) {
      kept_[i] = std::move(kept_[2 * i]);
    }
    kept_.resize(kMostKept / 2);
    stride_ *= 2;
    if ((offered_ - 1) % stride_ != 0) {
      return;
    }
  }
  kept_.push_back(
      {docid, hash_of(document.data), document.length, hash_of_terms(document), document.values});
}

void DocumentSample::compare(const Xapian::Database& database) const {
  for (const Kept& kept : kept_) {
    const Xapian::Document document = database.get_document(kept.docid);
    if (hash_of(document.get_data()) != kept.data_hash ||
        database.get_doclength(kept.docid) != kept.length || !has_values(document, kept.values) ||
        hash_of_terms(database, kept.docid) != kept.terms_hash) {
      throw Xapian::DatabaseCorruptError("document " + std::to_string(kept.docid) +
                                         " does not read as it was written");
    }
  }
}

}  // namespace lede
