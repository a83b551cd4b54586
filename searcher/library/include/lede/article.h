// An article as the database has it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lede::v1 {

// What matched in a text: its bytes [from, to). They never cut a character.
struct Mark {
  std::size_t from = 0;
  std::size_t to = 0;
};

// How much of a date is known. A month's instant is the first second of that month, UTC.
enum class DatePrecision : std::uint8_t { kYear, kMonth, kDay, kMinute, kSecond };

struct Date {
  std::chrono::sys_seconds instant;
  DatePrecision precision = DatePrecision::kDay;
  std::string from;  // where it was found: "dateline", "json-ld", …
};

// A piece of the page that is not the article, and why it was left out of the text.
struct Zone {
  std::string kind;       // "navigation", "related", "comments", "byline", …
  std::size_t start = 0;  // where it stood in the page as read: bytes
  std::size_t end = 0;
  std::string why;
  std::string text;
};

// Where a field was found and how far that is trusted.
struct FieldSource {
  std::string field;       // "title", "author", …
  std::string from;        // "json-ld", "byline", "declared", …
  std::string confidence;  // "high", "medium" or "low"
};

// All strings are valid UTF-8. An empty one means unknown: nothing is guessed.
struct Article {
  std::string id;
  std::string path;  // of the file it was read from, relative to its source folder
  std::string title;
  std::string author;  // as printed; several are separated by "; "
  std::string publisher;
  std::string agency;
  std::string place;
  std::optional<Date> published;
  std::optional<Date> modified;
  std::string section;
  std::string language;  // BCP 47: "en"
  std::string language_from;
  std::string url;
  std::string text;  // paragraphs are separated by a blank line
  std::vector<FieldSource> sources;
  std::vector<Zone> zones;
  std::vector<Mark> title_marks;  // what a query matches in the title, where one was asked for
  std::vector<Mark> text_marks;   // and in the text; ascending, not overlapping
};

}  // namespace lede::v1
