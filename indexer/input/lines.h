// A source cut into pieces of whole lines, for formats with a record a line.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "common/result.h"
#include "indexer/input/byte_source.h"
#include "indexer/input/limits.h"

namespace lede {

// Called with whole lines and the number of lines before them. Returns false to stop early.
using PieceSink = std::function<bool(std::string_view lines, std::size_t lines_before)>;

// Reads `source` about `limits.piece_bytes` at a time. kTooLarge when it has more than
// `max_stream_bytes`, or one line more than `max_file_bytes`.
[[nodiscard]] Result<void> read_pieces(ByteSource& source, const InputLimits& limits,
                                       const PieceSink& sink);

}  // namespace lede
