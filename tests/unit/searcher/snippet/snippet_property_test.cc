// What must hold of every snippet of every text: thousands of texts put together from pieces that
// are known to be awkward.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>

#include "searcher/plan/pattern.h"
#include "searcher/snippet/snippet.h"
#include "tests/unit/searcher/snippet/test_units.h"

namespace lede {
namespace {

constexpr std::array<std::string_view, 34> kPieces = {"sea",
                                                      "walls",
                                                      "wall",
                                                      "Wall's",
                                                      "long-range",
                                                      "missile",
                                                      "missiles",
                                                      "U.S.",
                                                      "us",
                                                      "US",
                                                      "F-16",
                                                      "F16",
                                                      "café",
                                                      "CAFE",
                                                      "$735",
                                                      "1,000.5",
                                                      "don’t",
                                                      "l'homme",
                                                      "北京大学",
                                                      "东京",
                                                      "กรุงเทพ",
                                                      "مدينة",
                                                      "עיר",
                                                      "Страны",
                                                      "страна",
                                                      "e\u0301",
                                                      "👩‍👩‍👧‍👦",
                                                      "🇺🇦",
                                                      "a@b.org",
                                                      "Straße",
                                                      "STRASSE",
                                                      "\u200Bsea\u200B",
                                                      "ｗａｌｌ",
                                                      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"};
constexpr std::array<std::string_view, 10> kGaps = {" ",  " ",    " ", ". ",     ", ",
                                                    "\n", "\n\n", "",  "\u3000", "—"};

class TextMaker {
 public:
  explicit TextMaker(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t bound) { return random_() % bound; }

  std::string text(std::size_t pieces) {
    std::string out;
    for (std::size_t i = 0; i < pieces; ++i) {
      out += kPieces[below(kPieces.size())];
      out += kGaps[below(kGaps.size())];
    }
    return out;
  }

  test::TypedUnits query() {
    constexpr std::array kKinds = {NodeKind::kWord, NodeKind::kWord, NodeKind::kPhrase,
                                   NodeKind::kPrefix, NodeKind::kWildcard};
    test::TypedUnits units;
    for (std::size_t i = 0; i < 1 + below(4); ++i) {
      std::string typed(kPieces[below(kPieces.size())]);
      const NodeKind kind = kKinds[below(kKinds.size())];
      if (kind == NodeKind::kPhrase && below(2) == 0) {
        typed += " ";
        typed += kPieces[below(kPieces.size())];
      }
      if (kind == NodeKind::kWildcard) {
        typed.insert(typed.size() / 2, "*");
      }
      units.emplace_back(kind, typed);
    }
    return units;
  }

 private:
  std::mt19937 random_;
};

bool at_character(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

// All forms a unit may be met in.
std::set<std::string> forms_of(const QueryUnit& unit) {
  std::set<std::string> forms(unit.joined.begin(), unit.joined.end());
  forms.insert(unit.joined_stems.begin(), unit.joined_stems.end());
  for (const auto& word : unit.words) {
    forms.insert(word.term);
    forms.insert(word.acronym);
    forms.insert(word.alternates.begin(), word.alternates.end());
    forms.insert(word.stems.begin(), word.stems.end());
  }
  return forms;
}

// Whether `term` is what may stand in some place of a unit's writings.
bool fits_a_slot(std::string_view term, const QueryUnit& unit) {
  for (const auto& writing : unit.writings) {
    for (const auto& slot : writing.slots) {
      if (slot.pattern.empty()
              ? std::find(slot.terms.begin(), slot.terms.end(), term) != slot.terms.end()
              : fits_pattern(term, slot.pattern)) {
        return true;
      }
    }
  }
  return false;
}

// Whether analysing the marked text by itself gives a form of some unit.
bool stands_for_a_unit(std::string_view marked, const std::vector<QueryUnit>& units,
                       Analyzer& analyzer) {
  bool found = false;
  analyzer.analyze(marked, "en", [&](const Token& token) {
    for (const auto& unit : units) {
      const auto forms = forms_of(unit);
      found = found || fits_a_slot(token.term, unit) || forms.contains(std::string(token.term)) ||
              forms.contains(std::string(token.stem));
    }
  });
  return found;
}

void check_snippet(const Snippet& snippet, const std::string& text, std::size_t bytes) {
  ASSERT_LE(snippet.start + snippet.text.size(), text.size());
  EXPECT_EQ(text.substr(snippet.start, snippet.text.size()), snippet.text);
  EXPECT_FALSE(snippet.text.empty());
  EXPECT_LE(snippet.text.size(), bytes + bytes / 4);
  EXPECT_TRUE(at_character(text, snippet.start));
  EXPECT_TRUE(at_character(text, snippet.start + snippet.text.size()));
  std::size_t done = 0;
  for (const auto& [from, to] : snippet.marks) {
    EXPECT_LE(done, from);
    EXPECT_LT(from, to);
    EXPECT_LE(to, snippet.text.size());
    EXPECT_TRUE(at_character(snippet.text, from));
    EXPECT_TRUE(at_character(snippet.text, to));
    done = to;
  }
}

TEST(SnippetProperties, HoldForThousandsOfTexts) {
  Analyzer analyzer;
  std::size_t marks = 0;
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    TextMaker maker(seed);
    const std::string text = maker.text(1 + maker.below(seed % 10 == 0 ? 400 : 60));
    const auto units = test::make_units(maker.query());
    const SnippetOptions options{1 + maker.below(4), 40 + maker.below(240)};
    const auto matches = find_matches(text, "en", Field::kAny, units, analyzer);
    for (std::size_t i = 1; i < matches.size(); ++i) {
      ASSERT_LE(matches[i - 1].end, matches[i].start);
    }
    const auto snippets = best_passages(text, matches, units, options);
    ASSERT_LE(snippets.size(), options.count);
    ASSERT_FALSE(snippets.empty());
    std::size_t done = 0;
    bool marked = false;
    for (const auto& snippet : snippets) {
      SCOPED_TRACE("seed " + std::to_string(seed) + ": " + snippet.text);
      ASSERT_NO_FATAL_FAILURE(check_snippet(snippet, text, options.bytes));
      EXPECT_LE(done, snippet.start);
      done = snippet.start + snippet.text.size();
      for (const auto& [from, to] : snippet.marks) {
        EXPECT_TRUE(stands_for_a_unit(snippet.text.substr(from, to - from), units, analyzer))
            << snippet.text.substr(from, to - from);
        ++marks;
      }
      marked = marked || !snippet.marks.empty();
    }
    EXPECT_EQ(marked, !matches.empty()) << "seed " << seed << ": " << text;
    if (testing::Test::HasFailure()) {
      return;  // the first is enough to look at
    }
  }
  EXPECT_GT(marks, 3000U) << "the texts must exercise what they are made for";
}

}  // namespace
}  // namespace lede
