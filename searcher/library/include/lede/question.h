// What can be asked. Members are called as the parameters of the HTTP API and the options of the
// command line, mean the same, and have the same usual values.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lede::v1 {

enum class Match : std::uint8_t {
  kAuto,  // all words; when a page is not filled, or of many words, fewer: hits say which they lack
  kAll,
  kAny,
};

enum class Sort : std::uint8_t { kRelevance, kNewest, kOldest };

// How much higher newer articles rank.
enum class Recency : std::uint8_t { kNone, kMild, kStrong };

// What can be counted over all articles that match.
enum class Facet : std::uint8_t { kPublisher, kLanguage, kAuthor, kPlace, kYear, kMonth };

// How long a step of a timeline is; kAuto is what suits the span.
enum class Interval : std::uint8_t { kAuto, kYear, kMonth, kDay };

struct Question {
  std::string query;  // UTF-8, in the query language; "*" is all articles
  Match match = Match::kAuto;
  bool strict = false;       // refuse a query that is not understood whole (kBadQuery)
  bool did_you_mean = true;  // look for other spellings when there are few hits
  std::size_t limit = 10;    // hits a page; at most 10,000
  std::size_t offset = 0;    // hits to skip
  std::string cursor;        // `next` of the answer before; empty for the first page
  std::size_t snippets = 2;  // passages of each hit; at most 100
  Sort sort = Sort::kRelevance;
  Recency recency = Recency::kNone;
  bool expand = false;   // rank by words of the best hits too
  bool explain = false;  // say where each score comes from
  std::string after;     // only articles of this date or later; as in the query language
  std::string before;    // only articles before this date
  // Only articles of which the field is one of these, letter by letter as counts have it:
  std::vector<std::string> publisher;
  std::vector<std::string> language;
  std::vector<std::string> author;
  std::vector<std::string> place;
  std::string timezone;                  // where days begin: "Europe/Kyiv"; empty is UTC
  std::vector<Facet> facets;             // what to count, in this order
  std::size_t facet_limit = 10;          // values of each
  std::optional<Interval> interval;      // also count by time, in steps of this
  std::chrono::milliseconds timeout{0};  // stop after this with what was found; 0 for never
};

}  // namespace lede::v1
