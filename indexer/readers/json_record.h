// One JSON object read as an article: what the JSON and the JSON lines reader share.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/readers/reader.h"

namespace lede {

// Parses `text` (valid UTF-8), which must have simdjson's padding readable after it. The element
// lives until the parser's next use. `scratch` keeps a repaired copy where one was needed.
// Brackets nested over 1,024 deep are refused, so that no input overflows the stack.
[[nodiscard]] Result<simdjson::dom::element> parse_json(simdjson::dom::parser& parser,
                                                        std::string_view text,
                                                        std::string& scratch);

// The article in `object`; kUnreadable when it has neither a text nor a title.
[[nodiscard]] Result<RawPage> json_page(simdjson::dom::object object, const ReadContext& context);

}  // namespace lede
