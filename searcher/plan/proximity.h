// Words that must stand together, as Xapian queries.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <memory>

#include "common/text/analyzer.h"
#include "searcher/plan/text_check.h"
#include "searcher/plan/units.h"

namespace lede {

// Whether all words of `group` are looked for in one text: what is in the title is not near what
// is in the byline.
[[nodiscard]] bool in_one_text(const QueryUnit& group);

// The articles in which the parts of `group`, expanded, stand together; each part counts as if it
// had been asked for alone. Where they are not in one text: all of them.
[[nodiscard]] Xapian::Query group_query(const QueryUnit& group, Analyzer& analyzer,
                                        const std::shared_ptr<CheckBudget>& budget);

}  // namespace lede
