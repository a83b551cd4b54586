// Facets on wide and narrow terminals.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/facets_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "searcher/output/json.h"
#include "searcher/output/terminal_text.h"

namespace lede {
namespace {

using nlohmann::json;

Facet publishers() {
  return {FacetField::kPublisher,
          {{"The Kelmouth and Sarn Island Evening Ledger", 1200}, {"Gazette", 40}, {"港口报", 1}},
          17,
          3};
}

Timeline timeline() { return {Interval::kMonth, {{"2024-05", 2}, {"2024-06", 0}}, 1}; }

TerminalStyle columns(std::size_t width) {
  TerminalStyle style;
  style.width = width;
  return style;
}

TEST(FacetsText, ShowsNamesCountsAndBars) {
  EXPECT_EQ(facets_text(std::vector{publishers()}, timeline(), columns(80)),
            R"(publisher
  The Kelmouth and Sarn Island Evening Ledger  1,200 ███████████████████████████
  Gazette                                         40 █
  港口报                                           1 █
  and 17 more
  (none)                                           3

by month
  2024-05  2 ██████████████████████████████
  2024-06  0
  (none)   1
)");
}

TEST(FacetsText, FitsEveryWidth) {
  for (std::size_t width = 20; width <= 120; ++width) {
    std::istringstream lines(facets_text(std::vector{publishers()}, timeline(), columns(width)));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(display_width(line), width) << line;
    }
  }
}

TEST(FacetsText, LetsNoNameCommandTheTerminal) {
  const Facet facet{FacetField::kPlace, {{"Evil\x1b[2J", 1}}, 0, 0};
  EXPECT_EQ(facets_text(std::vector{facet}, {}, columns(80)).find('\x1b'), std::string::npos);
}

TEST(FacetsText, SaysWhereThereIsNothing) {
  const Facet facet{FacetField::kPlace, {}, 0, 0};
  EXPECT_EQ(facets_text(std::vector{facet}, {}, columns(80)), "place\n  (none)  0\n");
}

TEST(FacetsJson, HasTheFormOfTheContract) {
  SearchResponse response;
  response.facets = {publishers()};
  response.timeline = timeline();
  for (const auto& text : {response_json(response, JsonLayout::kOneLine),
                           counts_json(response, JsonLayout::kOneLine)}) {
    const auto object = json::parse(text);
    EXPECT_EQ(object["facets"]["publisher"]["values"][1],
              json::parse(R"({"value":"Gazette","count":40})"));
    EXPECT_EQ(object["facets"]["publisher"]["more"], 17);
    EXPECT_EQ(object["facets"]["publisher"]["missing"], 3);
    EXPECT_EQ(object["timeline"], json::parse(R"({"interval":"month","missing":1,"buckets":[
              {"date":"2024-05","count":2},{"date":"2024-06","count":0}]})"));
  }
  EXPECT_FALSE(json::parse(counts_json(response, JsonLayout::kOneLine)).contains("hits"));
}

}  // namespace
}  // namespace lede
