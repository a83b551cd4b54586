// The one list of readers. To add a format: write its reader, declare it in readers.h, list it
// here.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/readers.h"

#include <algorithm>
#include <array>

#include "indexer/readers/ascii.h"

namespace lede {

std::span<const Reader* const> readers() {
  static const std::array kReaders = {
      &plain_text_reader(), &html_reader(), &markdown_reader(), &json_reader(), &jsonl_reader(),
      &feed_reader(),       &nitf_reader(), &newsml_reader(),   &pdf_reader(),  &docx_reader(),
      &odt_reader(),        &epub_reader(), &mail_reader(),     &mbox_reader(), &warc_reader(),
      &archive_reader(),  // last: many documents are zip archives too
  };
  return kReaders;
}

Error without_text(Error error) {
  if (error.code == ErrorCode::kUnreadable) {
    error.code = ErrorCode::kNoReader;
  }
  return error;
}

const Reader* reader_for(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos) {
    return nullptr;
  }
  const std::string_view extension = file_name.substr(dot + 1);
  for (const Reader* reader : readers()) {
    const auto known = reader->extensions();
    if (std::any_of(known.begin(), known.end(),
                    [&](std::string_view e) { return equals_ascii_case(e, extension); })) {
      return reader;
    }
  }
  return nullptr;
}

}  // namespace lede
