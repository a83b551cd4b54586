// One chunk or phrase, with the field it stands in, as a leaf of the tree.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "searcher/query/dates.h"
#include "searcher/query/tokens.h"
#include "searcher/query/tree.h"
#include "searcher/query/warnings.h"

namespace lede::query {

// The leaf for `token`, a kChunk, kPhrase or kStar. Nothing for a star that cannot be searched.
[[nodiscard]] std::optional<QueryNode> make_leaf(const Token& token, const FieldName& field,
                                                 const Clock& clock, Warnings& warnings);

// How much of the limit on terms `leaf` takes: the words of a phrase, else one.
[[nodiscard]] std::size_t terms_of(const QueryNode& leaf);

}  // namespace lede::query
