// Which file of this machine an article was read from, so that it can be opened.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace lede {

// The absolute path, as far as the index knows it; empty for several databases searched as one,
// whose source folders Xapian does not tell apart. Throws Xapian::Error.
[[nodiscard]] std::string article_file(const Xapian::Database& database,
                                       const Xapian::Document& document);

}  // namespace lede
