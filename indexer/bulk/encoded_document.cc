// A document in the pieces that the tables take, as far as they do not depend on its number.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/bulk/encoded_document.h"

#include <utility>

#include "indexer/glass/positions.h"
#include "indexer/glass/termlist.h"

namespace lede {
namespace {

// As Xapian does: it is not worth the time to compress less.
constexpr std::size_t kLeastCompressed = 18;

EncodedPosting encode_term(const IndexDocument& document, const IndexTerm& term,
                           std::string& positions) {
  EncodedPosting posting;
  posting.hash = term.hash;
  posting.name_start = term.name_start;
  posting.name_bytes = static_cast<std::uint16_t>(term.name_bytes);
  posting.wdf = term.wdf;
  posting.positions_start = static_cast<std::uint32_t>(positions.size());
  if (term.positions > 0) {
    glass::append_positions(positions, document.positions_of(term));
  }
  posting.positions_bytes = static_cast<std::uint32_t>(positions.size()) - posting.positions_start;
  return posting;
}

}  // namespace

EncodedDocument DocumentEncoder::encode(IndexDocument&& document) {
  EncodedDocument encoded;
  encoded.postings.reserve(document.terms.size());
  for (const std::uint32_t number : document.sorted_terms()) {
    const IndexTerm& term = document.terms[number];
    encoded.postings.push_back(encode_term(document, term, encoded.positions));
    encoded.length += term.wdf;
  }
  glass::TermlistTag tag(encoded.termlist, encoded.length, document.terms.size());
  for (const EncodedPosting& posting : encoded.postings) {
    tag.add(std::string_view(document.names).substr(posting.name_start, posting.name_bytes),
            posting.wdf);
  }
  if (encoded.termlist.size() >= kLeastCompressed &&
      deflater_.compress(encoded.termlist, compressed_)) {
    encoded.termlist = compressed_;
    encoded.termlist_is_compressed = true;
  }
  encoded.names = std::move(document.names);
  encoded.values = std::move(document.values);
  encoded.data = std::move(document.data);
  return encoded;
}

}  // namespace lede
