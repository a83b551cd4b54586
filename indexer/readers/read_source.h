// Any file, or any member of an archive, given to the reader it is for.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"
#include "indexer/input/byte_source.h"
#include "indexer/readers/reader.h"

namespace lede {

// Uncompresses `stored` if its first bytes say so, finds the reader for what it is, and lets it
// read. Errors are the reader's, those of the source, kTooLarge, and kNoReader when it is none of
// our formats.
[[nodiscard]] Result<void> read_source(ByteSource& stored, const ReadContext& context,
                                       const PageSink& page, const RecordFailureSink& failed);

}  // namespace lede
