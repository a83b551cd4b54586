// Many queries' answers, for programs that judge or gather them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/search.h"

namespace lede {

enum class BatchFormat : std::uint8_t {
  kTrec,
  kJsonl,  // ids and scores
  kCsv,
  kFull,  // all that `search --json` prints, a line an answer
};

// The line before all answers; empty where the format has none.
[[nodiscard]] std::string batch_header(BatchFormat format);

// The answer to the query called `query_id`: a line a hit, in kJsonl and kFull
// one line for all. `tag` names
// the run in TREC's last column.
[[nodiscard]] std::string batch_text(BatchFormat format, std::string_view query_id,
                                     const SearchResponse& response, std::string_view tag);

}  // namespace lede
