// The one list of readers. To add a format: write its reader in NAME_reader.cc, and NAME here.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "indexer/readers/reader.h"

// The order counts where two readers are sure of the same file: many documents are zip archives,
// so those come first.
#define LEDE_READERS(READER) \
  READER(plain_text)         \
  READER(html)               \
  READER(markdown)           \
  READER(json)               \
  READER(jsonl)              \
  READER(feed)               \
  READER(nitf)               \
  READER(newsml)             \
  READER(pdf)                \
  READER(docx)               \
  READER(odt)                \
  READER(epub)               \
  READER(mail)               \
  READER(mbox)               \
  READER(warc)               \
  READER(archive)

namespace lede {

// html_reader(), …: each is made in its own file.
#define LEDE_DECLARE_READER(name) [[nodiscard]] const Reader& name##_reader();
LEDE_READERS(LEDE_DECLARE_READER)
#undef LEDE_DECLARE_READER

// All of them.
[[nodiscard]] std::span<const Reader* const> readers();

}  // namespace lede
