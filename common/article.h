// The Article: what every reader makes and what the index keeps. The record both sides agree on.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lede {

// How much of a date the source told. A month's instant is the first second of that month.
enum class DatePrecision : std::uint8_t {
  kYear = 1,
  kMonth = 2,
  kDay = 3,
  kMinute = 4,
  kSecond = 5
};

struct PublishedDate {
  std::int64_t instant = 0;  // seconds since 1970-01-01T00:00:00 UTC
  DatePrecision precision = DatePrecision::kDay;
  std::string
      from;  // where it was found: "dateline", "json-ld", "meta", "field", "front-matter", …

  bool operator==(const PublishedDate&) const = default;
};

// A piece of the page that is not the article: navigation, a byline already taken as a field,
// links to other stories. Taken out of `Article::text`, but never lost.
struct Zone {
  std::string kind;       // "navigation", "related", "comments", "byline", "boilerplate", …
  std::size_t start = 0;  // where it stood in the page as read: UTF-8 bytes
  std::size_t end = 0;
  std::string why;   // the rule that took it out, in words
  std::string text;  // what was taken out

  bool operator==(const Zone&) const = default;
};

// Where a field was found and how far that is trusted.
struct FieldOrigin {
  std::string field;       // "title", "author", …: as in JSON
  std::string from;        // "json-ld", "byline", "declared", …
  std::string confidence;  // "high", "medium" or "low"

  bool operator==(const FieldOrigin&) const = default;
};

// All strings are valid UTF-8. An empty field means unknown: nothing is guessed.
struct Article {
  std::string id;    // stable identity; see docs/index-format.md
  std::string path;  // file it was read from, relative to its source folder, plus "#N" for the Nth
                     // record of a file with several, "#folder/a.txt" for a member of an archive
  std::string url;   // canonical URL
  std::string title;
  std::string author;         // as printed; several are separated by "; "
  std::string publisher;      // outlet: "The Harbour Tribune"
  std::string agency;         // wire service credited: "AFP"
  std::string place;          // from the dateline: "Washington"
  std::string language;       // BCP 47 primary tag: "en"; empty is unknown
  std::string language_from;  // "declared", "detected" or "option"; empty when unknown
  std::string section;        // of the outlet: "World"
  std::optional<PublishedDate> published;
  std::optional<PublishedDate> modified;  // of the last change
  std::vector<FieldOrigin> origins;       // of the fields above, where known
  std::string text;  // the article as it is indexed: paragraphs separated by a blank line
  std::vector<Zone> zones;
  std::size_t invalid_bytes = 0;  // bytes that were not text in the file's charset, now U+FFFD

  bool operator==(const Article&) const = default;
};

}  // namespace lede
