// From an Article to its Xapian document: terms, positions, values and the stored record.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/text/analyzer.h"
#include "indexer/document_builder.h"
#include "indexer/index_document.h"

namespace lede {

// Words of one text field follow each other; fields, and parts of a field, are this far apart, so
// that no phrase reaches from one into the next.
inline constexpr std::uint32_t kFieldGap = 100;

// The document of `article` as docs/index-format.md describes it, complete but for the instant it
// was first indexed. `file_key` names the file it came from (see indexer/update/file_state.h).
// `builder` may be used for one document after another.
[[nodiscard]] IndexDocument build_document(const Article& article, std::string_view file_key,
                                           Analyzer& analyzer, DocumentBuilder& builder);
[[nodiscard]] Xapian::Document build_document(const Article& article, std::string_view file_key,
                                              Analyzer& analyzer);

// Equal for articles that have the same terms and values: everything counts but id and path.
[[nodiscard]] std::uint64_t content_hash(const Article& article);

// As kept in value slot kContentHash: 8 bytes, big-endian.
[[nodiscard]] std::string serialise_hash(std::uint64_t hash);
[[nodiscard]] std::uint64_t unserialise_hash(std::string_view value);

// Gives a document that is already built the terms of another path.
void set_path_terms(Xapian::Document& document, std::string_view path, Analyzer& analyzer);

// The instant the article was first indexed: seconds since 1970 UTC, 0 when unset.
[[nodiscard]] IndexValue first_indexed_value(std::int64_t instant);
[[nodiscard]] std::int64_t first_indexed(const Xapian::Document& document);

}  // namespace lede
