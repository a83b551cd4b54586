// The fields a page declares: of all that it says of itself, the surest that is usable.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"
#include "indexer/readers/html/findings.h"
#include "indexer/readers/reader.h"

namespace lede {

// The fields that the page declares, each from the first of `kFieldSources` that is usable; where
// none is, the field stays empty.
[[nodiscard]] Article declared_fields(const Findings& found, const ReadContext& context);

// The charset that an HTML or XML file declares in its first bytes, or an empty string.
[[nodiscard]] std::string declared_charset(std::string_view bytes);

}  // namespace lede
