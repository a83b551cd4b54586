// Words that must stand together, as Xapian queries.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <memory>

#include "common/text/analyzer.h"
#include "searcher/plan/text_check.h"
#include "searcher/plan/units.h"

namespace lede {

// The articles in which the parts of `group`, expanded and all of one field, stand together; each
// part counts as if it had been asked for alone.
[[nodiscard]] Xapian::Query group_query(const QueryUnit& group, Analyzer& analyzer,
                                        const std::shared_ptr<CheckBudget>& budget);

}  // namespace lede
