// From a page as read to the Article as indexed: fields found in the text, furniture taken out.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "common/article.h"
#include "indexer/extract/repeats.h"
#include "indexer/readers/reader.h"

namespace lede {

// Declared fields win over those found in the text. `modified` bounds the date: an article cannot
// be younger than its file. The language is left as declared; id and path are left alone. Lines
// that are known to repeat are taken out last, so that fields are read from them first.
// Thread-safe.
[[nodiscard]] Article extract_article(RawPage&& page, std::int64_t modified,
                                      const RepeatsKnown& repeats = {});

}  // namespace lede
