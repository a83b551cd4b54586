// Any page with any of its lines known to repeat: nothing of it is lost, whatever is taken out, put
// back and learned anew.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "indexer/extract.h"
#include "indexer/extract/compose.h"
#include "indexer/extract/line_learner.h"

namespace {

void check(bool holds) {
  if (!holds) {
    std::abort();
  }
}

void add_lines(std::string_view text, std::multiset<std::string>& all) {
  const lede::Lines lines(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    all.emplace(lines[i].text);
  }
}

// The lines of an article and those that were taken out because they repeat.
std::multiset<std::string> lines_of(const lede::Article& article) {
  std::multiset<std::string> all;
  add_lines(article.text, all);
  for (const lede::Zone& zone : article.zones) {
    if (zone.kind == lede::kRepeatedKind) {
      add_lines(zone.text, all);
    }
  }
  return all;
}

lede::LearnedLines learned_from(std::string_view text) {
  lede::LearnedLines learned;
  lede::RepeatedLines& repeated = learned["folder:0"];
  repeated.outlet = "this folder";
  repeated.articles = 9;
  const lede::Lines lines(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    repeated.lines[lede::line_hash(lines[i].text)] = 5 + static_cast<std::uint32_t>(i % 5);
  }
  return learned;
}

lede::Article extracted(std::string_view page, bool scraped, const lede::LearnedLines& learned) {
  lede::RawPage raw;
  raw.text = page;
  std::string read(page);
  lede::compose(read);
  raw.scraped = scraped;
  lede::Article article =
      lede::extract_article(std::move(raw), 0, {&learned, {"folder:0", "this folder"}});
  for (const lede::Zone& zone : article.zones) {
    check(zone.start < zone.end && zone.end <= read.size());
    check(read.substr(zone.start, zone.end - zone.start) == zone.text);
  }
  return article;
}

}  // namespace

// The lines that repeat, a NUL, and the page.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string_view known = input.substr(0, input.find('\0'));
  const std::string_view page = input.substr(std::min(known.size() + 1, input.size()));
  const lede::LearnedLines learned = learned_from(known);
  for (const bool scraped : {false, true}) {
    lede::Article article = extracted(page, scraped, learned);
    const auto lines = lines_of(article);
    const lede::RepeatedLines* repeated = lede::repeats_of({"folder:0", ""}, {&learned, {}});
    for (const lede::RepeatedLines* next :
         {repeated, static_cast<const lede::RepeatedLines*>(nullptr), repeated}) {
      static_cast<void>(lede::renew_repeats(article, next));
      check(lines_of(article) == lines);
    }
    lede::LineLearner learner;
    learner.add({"folder:0", ""}, "a", article.text, lede::head_of(article));
    static_cast<void>(learner.learn());
  }
  return 0;
}
