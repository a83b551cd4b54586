// Leaving articles out of those that match.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

namespace lede {

// What `query` matches and `excluded` does not.
[[nodiscard]] Xapian::Query without(const Xapian::Query& query, const Xapian::Query& excluded);

}  // namespace lede
