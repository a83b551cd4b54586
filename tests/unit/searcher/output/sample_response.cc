// The sample answer.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/searcher/output/sample_response.h"

namespace lede::test {
namespace {

Hit english_hit() {
  Hit hit;
  hit.id = "harbour/wall.txt";
  hit.path = "harbour/wall.txt";
  hit.file = "/archive/harbour/wall.txt";
  hit.score = 12.5;
  hit.title = "Harbour wall gives way after the longest storm that anyone in Kelmouth can recall";
  hit.title_marks = {{0, 7}, {8, 12}};
  hit.publisher = "The Kelmouth Ledger";
  hit.agency = "Northern Wire";
  hit.author = "Ada Fenwick";
  hit.place = "Kelmouth";
  hit.language = "en";
  hit.published = PublishedDate{1'717'113'600, DatePrecision::kDay, "dateline"};
  hit.snippets = {
      make_snippet(0,
                   "The [harbour wall] gave way on Friday night, and by morning the sea had taken "
                   "the café, two sheds and a boat nobody would own up to."),
      make_snippet(900,
                   "an engineer who warned the council about the [walls] in 2019 said that he "
                   "had been told to wait for the")};
  return hit;
}

Hit chinese_hit() {
  Hit hit;
  hit.id = "zh-7";
  hit.path = "world.jsonl#7";
  hit.score = 3.25;
  hit.title = "港口的墙在风暴后倒塌，市政府承诺明年春天之前重建并加高五十厘米";
  hit.language = "zh";
  hit.published = PublishedDate{1'714'521'600, DatePrecision::kMonth, "field"};
  hit.missing_words = {"harbour"};
  hit.snippets = {make_snippet(
      42,
      "[港口]的墙在星期五晚上倒塌，到早上大海已经带走了咖啡馆、两个棚子和一条没有人承认的船。")};
  return hit;
}

Hit bare_hit() {
  Hit hit;
  hit.id = "https://example.org/a?b=c&d=e";
  hit.url = "https://example.org/a?b=c&d=e";
  hit.path = "saved/page.html";
  hit.score = 1;
  hit.snippets = {make_snippet(10, "החומה של ה[נמל] נפלה בלילה.")};
  return hit;
}

}  // namespace

Snippet make_snippet(std::size_t start, const std::string& bracketed) {
  Snippet snippet;
  snippet.field = "text";
  snippet.start = start;
  for (const char c : bracketed) {
    if (c == '[') {
      snippet.marks.emplace_back(snippet.text.size(), 0);
    } else if (c == ']') {
      snippet.marks.back().second = snippet.text.size();
    } else {
      snippet.text += c;
    }
  }
  return snippet;
}

SearchResponse sample_response() {
  SearchResponse response;
  response.query = "harbour wall";
  response.parsed.root.kind = NodeKind::kWords;
  response.parsed.empty = false;
  for (const char* word : {"harbour", "wall"}) {
    QueryNode node;
    node.kind = NodeKind::kWord;
    node.text = word;
    response.parsed.root.children.push_back(node);
  }
  QueryNode dates;
  dates.kind = NodeKind::kDates;
  dates.dates = {1'714'521'600, 1'717'200'000};
  response.parsed.root.children.push_back(dates);
  response.relaxed = true;
  response.total = 1234;
  response.took_ms = 4.125;
  response.revision = "r-7";
  response.documents = 20'000;
  response.hits = {english_hit(), chinese_hit(), bare_hit()};
  response.warnings = {{"unknown_field", "there is no field \"colour\"", 3}};
  return response;
}

}  // namespace lede::test
