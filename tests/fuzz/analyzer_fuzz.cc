// Any bytes as a text: the scanner agrees with ICU, every promise of the analyzer holds, folding
// is idempotent, sentences cover the text.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "common/text/language.h"
#include "common/text/segmenter.h"
#include "common/text/sentences.h"
#include "common/text/utf8.h"
#include "tests/unit/common/text/analyzer_checks.h"

namespace {

void require(bool holds, const char* promise) {
  if (!holds) {
    std::fprintf(stderr, "broken: %s\n", promise);
    std::abort();
  }
}

void check_segments(std::string_view text) {
  static lede::Segmenter segmenter;
  std::vector<std::uint32_t> ours;
  std::vector<std::uint32_t> icus;
  segmenter.segment(text, ours);
  segmenter.segment_by_icu(text, icus);
  require(ours == icus, "the scanner's boundaries are ICU's");
}

void check_folding(std::string_view text) {
  const std::string cased = lede::fold_case(text);
  const std::string folded = lede::fold_accents(cased);
  require(lede::fold_case(cased) == cased, "case folding twice changes nothing");
  require(lede::fold_accents(lede::fold_case(folded)) == folded, "folding twice changes nothing");
  require(lede::is_valid_utf8(folded), "folded text is UTF-8");
}

void check_sentences(std::string_view text) {
  const std::vector<std::uint32_t> bounds = lede::sentence_bounds(text);
  require(bounds.empty() == text.empty(), "a text has a sentence");
  for (std::size_t i = 1; i < bounds.size(); ++i) {
    require(bounds[i - 1] < bounds[i], "sentences ascend");
  }
  require(text.empty() || (bounds.front() == 0 && bounds.back() == text.size()),
          "sentences cover the text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) {
    return 0;
  }
  constexpr std::array<std::string_view, 8> kLanguages = {"",   "en", "fr", "tr",
                                                          "ru", "ar", "de", "sr"};
  const std::string_view language = kLanguages[data[0] % kLanguages.size()];
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  static lede::Analyzer analyzer;
  check_segments(text);
  check_folding(text);
  check_sentences(text);
  const std::string problem = lede::test::broken_promise(analyzer, text, language);
  require(problem.empty(), problem.c_str());
  const std::string stem = analyzer.stem(text, language);
  require(lede::is_valid_utf8(stem) && stem.size() <= lede::kMaxTerm, "a stem is a bounded term");
  const std::string tag = lede::normalize_language(text);
  require(lede::normalize_language(tag) == tag, "a tag is its own tag");
  require(lede::detect_language(text).size() <= 3, "a language is a primary tag");
  return 0;
}
