// The analyzer against the world's own test data: Unicode's word breaks, Snowball's vocabularies,
// the Declaration of Human Rights in its languages, a collection of news.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "common/text/analyzer.h"
#include "common/text/language.h"
#include "common/text/segmenter.h"
#include "common/text/stemmer.h"
#include "common/text/utf8.h"
#include "common/text/word_filter.h"
#include "tests/integration/conformance_data.h"
#include "tests/unit/common/text/analyzer_checks.h"

namespace lede {
namespace {

namespace fs = std::filesystem;

struct BreakCase {
  std::string text;
  std::vector<std::uint32_t> ends;
};

// "÷ 0061 × 0308 ÷ 0062 ÷	# comment"
BreakCase parse_break_case(const std::string& line) {
  BreakCase parsed;
  std::istringstream words(line.substr(0, line.find('#')));
  for (std::string word; words >> word;) {
    if (word == "÷") {
      if (!parsed.text.empty()) {
        parsed.ends.push_back(static_cast<std::uint32_t>(parsed.text.size()));
      }
    } else if (word != "×") {
      append_utf8(parsed.text, static_cast<char32_t>(std::stoul(word, nullptr, 16)));
    }
  }
  return parsed;
}

// ICU 72 leaves the standard in one thing that the test file meets: no colon stands inside words.
bool is_icus_own_way(const std::string& text) { return text.find(':') != std::string::npos; }

TEST(WordBreakConformance, HoldsButForIcusOwnChanges) {
  LEDE_NEED_DATA(folder, "LEDE_UNICODE_DIR")
  Segmenter segmenter;
  std::size_t cases = 0;
  std::size_t own_way = 0;
  for (const std::string& line : test::read_lines(fs::path(folder) / "WordBreakTest-14.0.0.txt")) {
    if (line.empty() || line[0] == '#') {
      continue;
    }
    const BreakCase wanted = parse_break_case(line);
    std::vector<std::uint32_t> ours;
    std::vector<std::uint32_t> icus;
    segmenter.segment(wanted.text, ours);
    segmenter.segment_by_icu(wanted.text, icus);
    EXPECT_EQ(ours, icus) << line;
    ++cases;
    if (ours != wanted.ends && is_icus_own_way(wanted.text)) {
      ++own_way;
    } else {
      EXPECT_EQ(ours, wanted.ends) << line;
    }
  }
  EXPECT_GT(cases, 1800U);
  RecordProperty("cases", std::to_string(cases));
  std::cout << cases << " cases, of which ICU decides " << own_way << " in its own way\n";
}

// The vocabularies are those of Snowball 3; what it stems otherwise than 2.2, and how many words.
const std::map<std::string, std::size_t>& changed_since_2_2() {
  static const std::map<std::string, std::size_t> changed = {
      {"de", 1247},   // "-et", "ae" for "ä" and the like
      {"el", 1},      // no empty stems
      {"en", 57},     // "added" is "add"
      {"es", 9},      // "-acion" without its accent
      {"fr", 840},    // "-aise"
      {"it", 1},      // "divano" is a sofa
      {"lt", 160},    // short stems
      {"no", 136},    // "-ers"
      {"ro", 13304},  // letters with commas, which our analyzer respells
      {"sv", 553},    // "-et"
      {"tr", 9204},   // endings after an apostrophe, which our analyzer cuts
      {"yi", 1},      // no empty stems
  };
  return changed;
}

// Snowball 3 has a new algorithm for Dutch and calls that of 2.2 by another name.
fs::path vocabulary_of(const fs::path& folder, std::string_view algorithm) {
  const fs::path older = folder / (std::string(algorithm) + "_porter");
  return fs::exists(older) ? older : folder / algorithm;
}

TEST(SnowballConformance, EveryWordOfEveryLanguage) {
  LEDE_NEED_DATA(folder, "LEDE_SNOWBALL_DIR")
  std::size_t languages = 0;
  std::size_t words = 0;
  for (const std::string& language : snowball_languages()) {
    Stemmer stemmer(language);
    const fs::path data = vocabulary_of(folder, stemmer.algorithm());
    if (!fs::exists(data / "voc.txt")) {
      std::cout << language << ": the data has no vocabulary\n";
      continue;
    }
    const auto vocabulary = test::read_lines(data / "voc.txt");
    const auto stems = test::read_lines(data / "output.txt");
    ASSERT_EQ(vocabulary.size(), stems.size()) << language;
    std::size_t different = 0;
    std::string example;
    for (std::size_t i = 0; i < vocabulary.size(); ++i) {
      const std::string_view stem = stemmer.stem(vocabulary[i]);
      if (stem != stems[i] && different++ == 0) {
        example = vocabulary[i] + ": " + std::string(stem) + " for " + stems[i];
      }
    }
    const auto changed = changed_since_2_2().find(language);
    const std::size_t allowed = changed == changed_since_2_2().end() ? 0 : changed->second;
    EXPECT_LE(different, allowed) << language << " of " << vocabulary.size() << ", " << example;
    words += vocabulary.size();
    ++languages;
  }
  EXPECT_GE(languages, 26U);
  std::cout << words << " words of " << languages << " languages\n";
}

// What WordFilter stands on.
TEST(SnowballConformance, WhereOnlyEndsAreCutNoWordIsPassedOverThatHasTheStemWanted) {
  LEDE_NEED_DATA(folder, "LEDE_SNOWBALL_DIR")
  Analyzer analyzer;
  std::size_t languages = 0;
  for (const std::string& language : snowball_languages()) {
    const Stemmer stemmer(language);
    const fs::path data = vocabulary_of(folder, stemmer.algorithm());
    if (!stemmer.only_cuts_ends() || !fs::exists(data / "voc.txt")) {
      continue;
    }
    for (const std::string& word : test::read_lines(data / "voc.txt")) {
      analyzer.analyze(word, language, [&](const Token& token) {
        WordFilter filter;
        filter.want_stem(token.stem);
        std::string_view text = word;
        EXPECT_EQ(filter.pass(text), 0U) << language << ": " << word;
      });
    }
    ++languages;
  }
  EXPECT_GE(languages, 12U);
}

TEST(SegmenterConformance, AgreesWithIcuOnAllNews) {
  LEDE_NEED_DATA(path, "LEDE_NEWS_JSONL")
  Segmenter segmenter;
  std::size_t lines = 0;
  std::vector<std::uint32_t> ours;
  std::vector<std::uint32_t> icus;
  for (const std::string& line : test::read_lines(path)) {
    ours.clear();
    icus.clear();
    segmenter.segment(line, ours);
    segmenter.segment_by_icu(line, icus);
    ASSERT_EQ(ours == icus, true) << "line " << lines;
    ++lines;
  }
  EXPECT_GT(lines, 0U);
}

std::vector<fs::path> declarations(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST(SegmenterConformance, AgreesWithIcuOnTheDeclarationInAllLanguages) {
  LEDE_NEED_DATA(folder, "LEDE_UDHR_DIR")
  Segmenter segmenter;
  Analyzer analyzer;
  const auto files = declarations(folder);
  for (const fs::path& file : files) {
    const std::string text = test::read_file(file);
    std::vector<std::uint32_t> ours;
    std::vector<std::uint32_t> icus;
    segmenter.segment(text, ours);
    segmenter.segment_by_icu(text, icus);
    EXPECT_EQ(ours == icus, true) << file;
    EXPECT_EQ(test::broken_promise(analyzer, text, ""), "") << file;
  }
  EXPECT_GT(files.size(), 300U);
}

// One article's worth of each declaration whose language CLD2 names for any text at all.
TEST(LanguageConformance, KnowsTheDeclarationInTheLanguagesItKnows) {
  LEDE_NEED_DATA(folder, "LEDE_UDHR_DIR")
  struct Sample {
    std::string language;
    std::string detected;
  };
  constexpr std::size_t kBytes = 1000;
  std::vector<Sample> samples;
  std::map<std::string, bool> known;
  for (const fs::path& file : declarations(folder)) {
    const std::string stem = file.stem().string();
    const std::string language = normalize_language(stem.substr(0, stem.find('_')));
    const std::string text = test::read_file(file);
    if (language.empty() || text.size() < 2 * kBytes) {
      continue;
    }
    for (std::size_t at = kBytes / 2; at + kBytes < text.size(); at += kBytes) {
      const std::size_t start = floor_boundary(text, at);
      const std::size_t end = floor_boundary(text, start + kBytes);
      samples.push_back({language, detect_language(text.substr(start, end - start))});
      known[language] = known[language] || samples.back().detected == language;
    }
  }
  std::size_t asked = 0;
  std::size_t right = 0;
  std::size_t unknown = 0;
  for (const Sample& sample : samples) {
    if (known[sample.language]) {
      ++asked;
      right += sample.detected == sample.language ? 1U : 0U;
      unknown += sample.detected.empty() ? 1U : 0U;
    }
  }
  const auto languages =
      std::count_if(known.begin(), known.end(), [](const auto& entry) { return entry.second; });
  std::cout << languages << " languages, " << asked << " samples: " << right << " right, "
            << unknown << " unknown, " << asked - right - unknown << " wrong\n";
  EXPECT_GE(languages, 110);
  EXPECT_GE(right * 100, asked * 95);
}

}  // namespace
}  // namespace lede
