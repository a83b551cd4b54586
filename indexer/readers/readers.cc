// Readers by name, and all of them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/readers.h"

#include <algorithm>
#include <array>

#include "indexer/readers/ascii.h"

namespace lede {

std::span<const Reader* const> readers() {
#define LEDE_ADDRESS_OF_READER(name) &name##_reader(),
  static const std::array kReaders = {LEDE_READERS(LEDE_ADDRESS_OF_READER)};
#undef LEDE_ADDRESS_OF_READER
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
