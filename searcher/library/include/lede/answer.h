// What is answered. Members are called as in the JSON of the HTTP API and the command line. All
// strings are UTF-8, all offsets are counted in bytes; an empty string means unknown.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lede/article.h"
#include "lede/question.h"

namespace lede::v1 {

// A passage of an article. Marks are ascending and do not overlap.
struct Snippet {
  std::string field;      // "text" or "title"
  std::size_t start = 0;  // where it begins in that field of the article: bytes
  std::string text;
  std::vector<Mark> marks;  // in `text`
};

// A part of a score: docs/cli.md says what `kind` may be.
struct ScorePart {
  std::string kind;
  std::vector<std::string> words;  // of the query
  std::vector<std::string> terms;  // of the index
  std::uint64_t tf = 0;            // of a single term: how often the article has it,
  std::uint64_t df = 0;            // and how many articles do; else 0
  double weight = 0;
};

struct Explanation {
  std::uint64_t length = 0;  // of the article, in terms
  double average_length = 0;
  std::vector<ScorePart> parts;  // their weights add up to the score
};

struct Hit {
  std::string id;
  double score = 0;  // compares within one answer only
  std::string title;
  std::vector<Mark> title_marks;
  std::string url;
  std::string path;  // relative to its source folder
  std::string publisher;
  std::string agency;
  std::string author;
  std::string place;
  std::string section;
  std::optional<Date> published;
  std::string language;
  std::vector<std::string> missing_words;  // words of the query that it lacks
  std::vector<Snippet> snippets;
  std::optional<Explanation> explanation;  // where asked for
};

struct Total {
  std::uint64_t value = 0;
  bool exact = true;  // false: at least so many
};

// A range of dates as it was understood: [from, to). An absent end is open.
struct DateRange {
  std::optional<std::chrono::sys_seconds> from;
  std::optional<std::chrono::sys_seconds> to;
};

struct Interpreted {
  std::string text;              // the tree of the query, on one line
  std::vector<DateRange> dates;  // those of `after` and `before` last
  bool relaxed = false;          // some hits lack words
};

struct IndexState {
  std::string revision;         // differs after every commit
  std::uint64_t documents = 0;  // articles in it
};

struct DidYouMean {
  std::string query;
  Total total;  // of the articles that have all its words
};

struct FacetValue {
  std::string value;
  std::uint64_t count = 0;
};

struct FacetCounts {
  Facet facet = Facet::kPublisher;
  std::vector<FacetValue> values;  // the most frequent first, then by name
  std::uint64_t more = 0;          // further values
  std::uint64_t missing = 0;       // articles without one
};

struct Timeline {
  Interval interval = Interval::kYear;  // never kAuto
  std::vector<FacetValue> buckets;      // "2024", "2024-05", "2024-05-31": ascending, without gaps
  std::uint64_t missing = 0;            // articles without a date that precise
};

// Something in the query that was not taken the way it may have been meant.
struct Warning {
  std::string code;     // stable: "unknown_field"
  std::string message;  // for people
  std::size_t at = 0;   // byte of the query
};

struct Answer {
  std::string query;       // as asked
  std::string similar_to;  // of similar(): the id; else empty
  Interpreted interpreted;
  Total total;           // of all articles that match
  bool partial = false;  // the time limit passed first
  std::chrono::duration<double, std::milli> took{0};
  IndexState index;
  std::vector<Hit> hits;  // best first
  std::string next;       // cursor of the next page; empty on the last
  std::optional<DidYouMean> did_you_mean;
  std::vector<FacetCounts> facets;   // what the question asked to count, in its order
  std::optional<Timeline> timeline;  // where it has an interval
  std::vector<Warning> warnings;
};

// kQuery is what was typed, completed; kAuthor, kSource and kPlace are queries for the articles of
// one; kTitle is the title of an article.
enum class SuggestionKind : std::uint8_t { kQuery, kAuthor, kSource, kPlace, kTitle };

struct Suggestion {
  SuggestionKind kind = SuggestionKind::kQuery;
  std::string text;         // a query, or the title
  std::uint64_t count = 0;  // articles it finds, counted up to 1000
  std::string id;           // of the article of a title; else empty
};

struct LanguageCount {
  std::string language;  // empty where it is not known
  std::uint64_t documents = 0;
};

struct Stats {
  IndexState index;
  std::vector<LanguageCount> languages;            // most articles first
  std::optional<std::chrono::sys_seconds> oldest;  // when published
  std::optional<std::chrono::sys_seconds> newest;
  std::string schema;
  std::string analyzer;
};

}  // namespace lede::v1
