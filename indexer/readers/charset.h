// From the bytes of a file to UTF-8 text: which charset they are in, and their conversion.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/result.h"

namespace lede {

struct DecodedText {
  std::string text;               // valid UTF-8 without NULs; lines end with "\n"
  std::string charset;            // "UTF-8", "windows-1251", …
  std::size_t invalid_bytes = 0;  // bytes that became U+FFFD, and NULs, which became spaces
};

// The charset is decided by, in this order: a byte order mark; the pattern of NULs of UTF-16 and
// UTF-32; being (nearly all) valid UTF-8; the `declared` label, read as browsers do
// ("iso-8859-1" is windows-1252); detection; else windows-1252. Never fails. Thread-safe.
[[nodiscard]] DecodedText to_utf8(std::string_view bytes, std::string_view declared = {});

// The same for a file that should be text: kUnreadable, naming it, when its bytes are those of a
// picture or program.
[[nodiscard]] Result<DecodedText> decode_text(std::string_view bytes, std::string_view declared,
                                              std::string_view name);

// The same for a file that should not be empty or blank, either.
[[nodiscard]] Result<DecodedText> decode_file(std::string_view bytes, std::string_view declared,
                                              std::string_view name);

}  // namespace lede
