// Where sentences end, by ICU with its list of English abbreviations.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/sentences.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <cassert>
#include <memory>

namespace lede {

namespace {

// One for each thread: opening one costs more than most texts.
class SentenceBreaks {
 public:
  SentenceBreaks() {
    UErrorCode error = U_ZERO_ERROR;
    breaks_ = ubrk_open(UBRK_SENTENCE, "en@ss=standard", nullptr, 0, &error);
    assert(U_SUCCESS(error));
  }
  ~SentenceBreaks() {
    ubrk_close(breaks_);
    utext_close(&utext_);
  }
  SentenceBreaks(const SentenceBreaks&) = delete;
  SentenceBreaks& operator=(const SentenceBreaks&) = delete;

  // Appends the starts of the sentences of one line that starts at `base`.
  void add_line(std::string_view line, std::size_t base, std::vector<std::uint32_t>& starts) {
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(&utext_, line.data(), static_cast<std::int64_t>(line.size()), &error);
    ubrk_setUText(breaks_, &utext_, &error);
    assert(U_SUCCESS(error));
    std::size_t at = 0;
    for (std::int32_t next = ubrk_first(breaks_); next != UBRK_DONE; next = ubrk_next(breaks_)) {
      at = static_cast<std::size_t>(next);
      if (at < line.size()) {
        starts.push_back(static_cast<std::uint32_t>(base + at));
      }
    }
  }

 private:
  UText utext_ = UTEXT_INITIALIZER;
  UBreakIterator* breaks_ = nullptr;
};

}  // namespace

std::vector<std::uint32_t> sentence_bounds(std::string_view text) {
  thread_local SentenceBreaks breaks;
  std::vector<std::uint32_t> bounds;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t newline = text.find('\n', at);
    const std::size_t end = newline == std::string_view::npos ? text.size() : newline + 1;
    breaks.add_line(text.substr(at, end - at), at, bounds);
    at = end;
  }
  if (!text.empty()) {
    bounds.push_back(static_cast<std::uint32_t>(text.size()));
  }
  return bounds;
}

}  // namespace lede
