// Letters and their accents in one: text as other programs write it, and people type it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/compose.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace lede {

void compose(std::string& text) {
  // Before U+0300 every character is as it should be: its first byte is below that.
  constexpr unsigned char kFirstCombining = 0xCC;
  const bool may_differ = std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= kFirstCombining;
  });
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  if (!may_differ || U_FAILURE(status) != 0 ||
      text.size() > static_cast<std::size_t>(std::numeric_limits<int32_t>::max())) {
    return;
  }
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (form->isNormalizedUTF8(piece, status) != 0 || U_FAILURE(status) != 0) {
    return;
  }
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed, piece.size());
  form->normalizeUTF8(0, piece, sink, nullptr, status);
  if (U_SUCCESS(status) != 0) {
    text = std::move(composed);
  }
}

}  // namespace lede
