// Where and when a story was filed and by which agency: "Washington (AFP) May 31, 2024",
// "PARIS, June 3 (Reuters) - …", "KYIV, Ukraine (AP) — …".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"
#include "indexer/extract/dates.h"

namespace lede {

struct Dateline {
  std::string place;   // "Kyiv, Ukraine": words in capitals are written as names are
  std::string agency;  // as printed between brackets
  std::optional<PublishedDate> published;  // only with a year; `from` is "dateline"
  bool whole_line = false;                 // nothing of the story follows in the line
};

// The dateline that `line` is or starts with, or nothing.
[[nodiscard]] std::optional<Dateline> read_dateline(std::string_view line, const DateHints& hints);

// A line that is a date and nothing else but its label, a time or a reading time: "14 March 2024",
// "Published: May 31, 2024", "March 19, 2024 · 3 min read".
[[nodiscard]] bool is_date_line(std::string_view line);

struct DateLine {
  std::optional<PublishedDate> published;  // `from` is "published-line" or "date-line"
  bool label = false;     // "Published" or "on" alone: the date is in a line to come
  bool labelled = false;  // the date has such a label before it
  bool updated = false;   // a date of change, which is not that of publication
};

[[nodiscard]] std::optional<DateLine> read_date_line(std::string_view line, const DateHints& hints);

}  // namespace lede
