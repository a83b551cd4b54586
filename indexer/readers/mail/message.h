// One e-mail message as an article: its headers as fields, its text without attachments, and each
// attachment as the file it is.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/readers/reader.h"

namespace lede {

// Whether a line is one of a message's headers: "Subject: …".
[[nodiscard]] bool is_header_line(std::string_view line);

// Whether `head` begins with the headers of a message, and enough of them that no other text would.
[[nodiscard]] bool begins_with_headers(std::string_view head);

// Reads the message in `bytes`. `record` names it in its file; attachments are named below that.
[[nodiscard]] Result<void> read_message(std::string_view bytes, const ReadContext& context,
                                        const std::string& record, const PageSink& page,
                                        const RecordFailureSink& failed);

}  // namespace lede
