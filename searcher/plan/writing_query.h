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

// Any of `parts`, with the weight of the first one that matches: other ways to write the same thing
// do not add up. Not OP_MAX, for two faults of Xapian 1.4.22: an OR directly below it is taken
// apart as if its parts were operands of the maximum, and when its operands end at the same article
// it is asked for its weight once more, and crashes.
[[nodiscard]] Xapian::Query first_matching(const std::vector<Xapian::Query>& parts);

// Any of the terms of all of `writings`, which have one slot each: the only thing Xapian takes
// within NEAR and PHRASE beside terms. Empty when there are no terms.
[[nodiscard]] Xapian::Query any_term(std::span<const Writing> writings);

// One writing, its terms counted as one word. Empty when a slot has no terms.
[[nodiscard]] Xapian::Query writing_query(const Writing& writing);

// Any of the writings; no_article() when none of them can match.
[[nodiscard]] Xapian::Query any_writing(std::span<const Writing> writings);

}  // namespace lede
