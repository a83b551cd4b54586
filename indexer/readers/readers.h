// The readers there are, each made in its own file. readers.cc holds the list.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "indexer/readers/reader.h"

namespace lede {

[[nodiscard]] const Reader& plain_text_reader();
[[nodiscard]] const Reader& html_reader();
[[nodiscard]] const Reader& markdown_reader();
[[nodiscard]] const Reader& json_reader();
[[nodiscard]] const Reader& jsonl_reader();
[[nodiscard]] const Reader& feed_reader();
[[nodiscard]] const Reader& nitf_reader();
[[nodiscard]] const Reader& newsml_reader();
[[nodiscard]] const Reader& pdf_reader();
[[nodiscard]] const Reader& docx_reader();
[[nodiscard]] const Reader& odt_reader();
[[nodiscard]] const Reader& epub_reader();
[[nodiscard]] const Reader& mail_reader();
[[nodiscard]] const Reader& mbox_reader();
[[nodiscard]] const Reader& warc_reader();
[[nodiscard]] const Reader& archive_reader();

// All of them.
[[nodiscard]] std::span<const Reader* const> readers();

}  // namespace lede
