// Writings, words at consecutive positions, as Xapian queries.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "searcher/plan/units.h"

namespace lede {

// What no article matches. Not Xapian's MatchNothing, which is empty(): with that nothing was
// asked.
[[nodiscard]] Xapian::Query no_article();

// `parts` under one operator; a single part as it is.
[[nodiscard]] Xapian::Query combined(Xapian::Query::op op, const std::vector<Xapian::Query>& parts);

// As heavy as the heaviest of `parts`. Xapian 1.4.22 takes an OR that stands directly below OP_MAX
// apart, as if its parts were operands of the maximum; a factor of 1 around it prevents that.
[[nodiscard]] Xapian::Query heaviest(const std::vector<Xapian::Query>& parts);

// Any of the terms of all of `writings`, which have one slot each: the only thing Xapian takes
// within NEAR and PHRASE beside terms. Empty when there are no terms.
[[nodiscard]] Xapian::Query any_term(std::span<const Writing> writings);

// One writing, its terms counted as one word. Empty when a slot has no terms.
[[nodiscard]] Xapian::Query writing_query(const Writing& writing);

// Any of the writings; no_article() when none of them can match.
[[nodiscard]] Xapian::Query any_writing(std::span<const Writing> writings);

}  // namespace lede
