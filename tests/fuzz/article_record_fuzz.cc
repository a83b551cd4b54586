// Any bytes as a stored record: read without going outside, and what is read can be stored again.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/article_record.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view record(reinterpret_cast<const char*>(data), size);
  const auto article = lede::decode_article(record);
  const auto head = lede::decode_article_head(record);
  if (!article) {
    return 0;
  }
  const auto again = lede::decode_article(lede::encode_article(*article));
  if (!head || head->title != article->title || !again || *again != *article) {
    std::abort();
  }
  return 0;
}
