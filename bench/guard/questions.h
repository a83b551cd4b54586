// What the guard asks: the same questions of every class, of Lede and of Xapian itself.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "bench/generator/query_sampler.h"
#include "common/result.h"

namespace lede::guard {

struct Question {
  std::string typed;  // in Lede's query language
  Xapian::Query raw;  // what one would ask Xapian for the same: no second phase, no exact forms
};

using Questions = std::map<bench::QueryClass, std::vector<Question>>;

// Lines "CLASS	TYPED": questions about the first `articles` articles of `generator`.
[[nodiscard]] std::string draw_questions(const bench::ArticleGenerator& generator,
                                         std::size_t articles);

// Reads them back. Errors: kUnreadable, also when some class has no questions.
[[nodiscard]] Result<Questions> parse_questions(std::string_view text);

// The Xapian query for what was typed, which is as draw_questions() types it.
[[nodiscard]] Xapian::Query raw_query(bench::QueryClass query_class, std::string_view typed);

}  // namespace lede::guard
