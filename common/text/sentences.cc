// Where sentences end, by ICU with its list of English abbreviations.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <string_view>

namespace lede {

namespace {

// Titles that ICU's list for English has not.
constexpr std::u16string_view kTitles[] = {u"Dr.",   u"Gen.", u"Gov.",   u"Sen.",  u"Jr.",
                                           u"Sr.",   u"St.",  u"Lt.",    u"Cmdr.", u"Maj.",
                                           u"Pres.", u"Hon.", u"Messrs."};

// Words on ICU's list that end sentences more often than not.
constexpr std::u16string_view kWords[] = {u"Act.", u"All.",  u"Do.", u"Go.", u"Is.", u"Job.",
                                          u"Joe.", u"Link.", u"OK.", u"Ok.", u"To.", u"Up."};

icu::UnicodeString text_of(std::u16string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

std::unique_ptr<icu::BreakIterator> open_breaks() {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Locale& english = icu::Locale::getEnglish();
  const std::unique_ptr<icu::FilteredBreakIteratorBuilder> filter(
      icu::FilteredBreakIteratorBuilder::createInstance(english, error));
  for (const std::u16string_view title : kTitles) {
    filter->suppressBreakAfter(text_of(title), error);
  }
  for (const std::u16string_view word : kWords) {
    filter->unsuppressBreakAfter(text_of(word), error);
  }
  std::unique_ptr<icu::BreakIterator> breaks(
      filter->build(icu::BreakIterator::createSentenceInstance(english, error), error));
  assert(U_SUCCESS(error));
  return breaks;
}

// Whether `line` is one sentence for sure: ASCII, and nothing that ends sentences but at its end.
bool is_one_sentence(std::string_view line) {
  const auto strip = [&line](std::string_view bytes) {
    line = line.substr(0, line.find_last_not_of(bytes) + 1);
  };
  line = line.substr(0, line.size() - (line.ends_with("\r\n") ? 2 : line.ends_with('\n') ? 1 : 0));
  strip(" \t");
  strip("\"')]}");
  strip(".!?");
  return std::none_of(line.begin(), line.end(), [](char c) {
    return c == '.' || c == '!' || c == '?' || c == '\r' || static_cast<unsigned char>(c) >= 0x80;
  });
}

// One for each thread: opening one costs more than most texts.
class SentenceBreaks {
 public:
  SentenceBreaks() : breaks_(open_breaks()) {}
  ~SentenceBreaks() { utext_close(&utext_); }
  SentenceBreaks(const SentenceBreaks&) = delete;
  SentenceBreaks& operator=(const SentenceBreaks&) = delete;
  SentenceBreaks(SentenceBreaks&&) = delete;
  SentenceBreaks& operator=(SentenceBreaks&&) = delete;

  // Appends the starts of the sentences of one line that starts at `base`.
  void add_line(std::string_view line, std::size_t base, std::vector<std::uint32_t>& starts) {
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(&utext_, line.data(), static_cast<std::int64_t>(line.size()), &error);
    breaks_->setText(&utext_, error);
    assert(U_SUCCESS(error));
    for (std::int32_t next = breaks_->first(); next != icu::BreakIterator::DONE;
         next = breaks_->next()) {
      const auto at = static_cast<std::size_t>(next);
      if (at < line.size()) {
        starts.push_back(static_cast<std::uint32_t>(base + at));
      }
    }
  }

 private:
  UText utext_ = UTEXT_INITIALIZER;
  std::unique_ptr<icu::BreakIterator> breaks_;
};

}  // namespace

std::vector<std::uint32_t> sentence_bounds(std::string_view text) {
  thread_local SentenceBreaks breaks;
  std::vector<std::uint32_t> bounds;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t newline = text.find('\n', at);
    const std::size_t end = newline == std::string_view::npos ? text.size() : newline + 1;
    const std::string_view line = text.substr(at, end - at);
    if (is_one_sentence(line)) {
      bounds.push_back(static_cast<std::uint32_t>(at));
    } else {
      breaks.add_line(line, at, bounds);
    }
    at = end;
  }
  if (!text.empty()) {
    bounds.push_back(static_cast<std::uint32_t>(text.size()));
  }
  return bounds;
}

}  // namespace lede
