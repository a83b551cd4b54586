// Dates, ranges and what they resolve to. Now is Friday, 14 June 2024, 12:00 UTC.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/searcher/query/query_cases.h"

namespace lede::test {
namespace {

TEST(QueryDates, PeriodsAreWhole) {
  check_queries({
      {"date:2024", "date:2024-01-01..2025-01-01", ""},
      {"date:2024-05", "date:2024-05-01..2024-06-01", ""},
      {"date:2024-05-31", "date:2024-05-31..2024-06-01", ""},
      {"date:2024-5-3", "date:2024-05-03..2024-05-04", ""},
      {"date:2024/05/31", "date:2024-05-31..2024-06-01", ""},
      {"date:2024/05", "date:2024-05-01..2024-06-01", ""},
      {"date:20240531", "date:2024-05-31..2024-06-01", ""},
      {"date:31.05.2024", "date:2024-05-31..2024-06-01", ""},
      {"date:1.5.2024", "date:2024-05-01..2024-05-02", ""},
      {"date:05.2024", "date:2024-05-01..2024-06-01", ""},
      {"date:31/05/2024", "date:2024-05-31..2024-06-01", ""},
      {"date:05/31/2024", "date:2024-05-31..2024-06-01", ""},
      {"date:31-05-2024", "date:2024-05-31..2024-06-01", ""},
      {"date:06/06/2024", "date:2024-06-06..2024-06-07", ""},
      {"date:2024-02-29", "date:2024-02-29..2024-03-01", ""},
      {"date:2023-12", "date:2023-12-01..2024-01-01", ""},
      {"date:9999", "date:9999-01-01..10000-01-01", ""},
      {"date:\"2024-05-31\"", "date:2024-05-31..2024-06-01", ""},
  });
}

TEST(QueryDates, RangesIncludeBothEnds) {
  check_queries({
      {"date:2024-05..2024-11", "date:2024-05-01..2024-12-01", ""},
      {"date:2024-05-01..2024-05-31", "date:2024-05-01..2024-06-01", ""},
      {"date:2023..2024-02", "date:2023-01-01..2024-03-01", ""},
      {"date:2024-05..", "date:2024-05-01..", ""},
      {"date:..2024", "date:..2025-01-01", ""},
      {"date:..2024-05-31", "date:..2024-06-01", ""},
      {"date:2024..2024", "date:2024-01-01..2025-01-01", ""},
      {"date:31.05.2024..01.06.2024", "date:2024-05-31..2024-06-02", ""},
      {"date:\"2024-05 .. 2024-11\"", "date:2024-05-01..2024-12-01", ""},
      {"date:yesterday..today", "date:2024-06-13..2024-06-15", ""},
      {"date:last-week..", "date:2024-06-03..", ""},
      {"date:..yesterday", "date:..2024-06-14", ""},
      {"date:2w..1w", "date:2024-05-31T12:00:00..2024-06-07T12:00:00", ""},
      {"date:1m..now", "date:2024-05-14T12:00:00..2024-06-14T12:00:00", ""},
  });
}

TEST(QueryDates, Comparisons) {
  check_queries({
      {"date:>=2024-05-01", "date:2024-05-01..", ""},
      {"date:>2024-05-01", "date:2024-05-02..", ""},
      {"date:<2024-05-01", "date:..2024-05-01", ""},
      {"date:<=2024-05-01", "date:..2024-05-02", ""},
      {"date:>=2024-05", "date:2024-05-01..", ""},
      {"date:>2024", "date:2025-01-01..", ""},
      {"date:<=2024", "date:..2025-01-01", ""},
      {"date:>yesterday", "date:2024-06-14..", ""},
      {"date:>7d", "date:2024-06-07T12:00:00..", ""},
      {"date:<1y", "date:..2023-06-14T12:00:00", ""},
  });
}

TEST(QueryDates, CountFromNowInUtc) {
  check_queries({
      {"date:today", "date:2024-06-14..2024-06-15", ""},
      {"date:yesterday", "date:2024-06-13..2024-06-14", ""},
      {"date:this-week", "date:2024-06-10..2024-06-17", ""},
      {"date:last-week", "date:2024-06-03..2024-06-10", ""},
      {"date:this-month", "date:2024-06-01..2024-07-01", ""},
      {"date:last-month", "date:2024-05-01..2024-06-01", ""},
      {"date:this-year", "date:2024-01-01..2025-01-01", ""},
      {"date:last-year", "date:2023-01-01..2024-01-01", ""},
      {"date:last_week", "date:2024-06-03..2024-06-10", ""},
      {"date:Last-Week", "date:2024-06-03..2024-06-10", ""},
      {"date:\"last week\"", "date:2024-06-03..2024-06-10", ""},
      {"date:24h", "date:2024-06-13T12:00:00..2024-06-14T12:00:00", ""},
      {"date:7d", "date:2024-06-07T12:00:00..2024-06-14T12:00:00", ""},
      {"date:2w", "date:2024-05-31T12:00:00..2024-06-14T12:00:00", ""},
      {"date:3m", "date:2024-03-14T12:00:00..2024-06-14T12:00:00", ""},
      {"date:1y", "date:2023-06-14T12:00:00..2024-06-14T12:00:00", ""},
      {"date:9999y", "date:0001-01-01..2024-06-14T12:00:00", ""},
      {"date:\"last 30 days\"", "date:2024-05-15T12:00:00..2024-06-14T12:00:00", ""},
      {"date:\"past 2 weeks\"", "date:2024-05-31T12:00:00..2024-06-14T12:00:00", ""},
      {"date:last-3-months", "date:2024-03-14T12:00:00..2024-06-14T12:00:00", ""},
      {"date:\"7 days\"", "date:2024-06-07T12:00:00..2024-06-14T12:00:00", ""},
      {"date:\"last 1 year\"", "date:2023-06-14T12:00:00..2024-06-14T12:00:00", ""},
  });
}

TEST(QueryDates, MonthsInLetters) {
  check_queries({
      {"date:\"31 May 2024\"", "date:2024-05-31..2024-06-01", ""},
      {"date:\"May 31, 2024\"", "date:2024-05-31..2024-06-01", ""},
      {"date:\"31st of May, 2024\"", "date:2024-05-31..2024-06-01", ""},
      {"date:\"Friday, 31 May 2024\"", "date:2024-05-31..2024-06-01", ""},
      {"date:\"2024 May 31\"", "date:2024-05-31..2024-06-01", ""},
      {"date:31-May-2024", "date:2024-05-31..2024-06-01", ""},
      {"date:\"May 2024\"", "date:2024-05-01..2024-06-01", ""},
      {"date:may-2024", "date:2024-05-01..2024-06-01", ""},
      {"date:MAY-2024", "date:2024-05-01..2024-06-01", ""},
      {"date:\"1 Sept. 2024\"", "date:2024-09-01..2024-09-02", ""},
      {"date:dec-2023..feb-2024", "date:2023-12-01..2024-03-01", ""},
      {"date:\"3 Jan 2024 .. 5 Jan 2024\"", "date:2024-01-03..2024-01-06", ""},
      {"date:>=may-2024", "date:2024-05-01..", ""},
      {"before:\"June 2nd 2024\"", "date:..2024-06-02", ""},
      {"date:may", "word:may", "bad_date"},
      {"date:\"31 May\"", "phrase:\"31 May\"", "bad_date"},
      {"date:\"31 April 2024\"", "phrase:\"31 April 2024\"", "bad_date"},
      {"date:\"May June 2024\"", "phrase:\"May June 2024\"", "bad_date"},
      {"date:\"0 May 2024\"", "phrase:\"0 May 2024\"", "bad_date"},
      {"date:\"May 0000\"", "phrase:\"May 0000\"", "bad_date"},
      {"date:\"ma 2024\"", "phrase:\"ma 2024\"", "bad_date"},
      {"date:\"mayor 2024\"", "phrase:\"mayor 2024\"", "bad_date"},
      {"date:\"31xx May 2024\"", "phrase:\"31xx May 2024\"", "bad_date"},
  });
}

TEST(QueryDates, TimesOfDay) {
  check_queries({
      {"date:2024-05-31T10", "date:2024-05-31T10:00:00..2024-05-31T11:00:00", ""},
      {"date:2024-05-31T10:00", "date:2024-05-31T10:00:00..2024-05-31T10:01:00", ""},
      {"date:2024-05-31t10:00:30z", "date:2024-05-31T10:00:30..2024-05-31T10:00:31", ""},
      {"date:\"2024-05-31 10:00\"", "date:2024-05-31T10:00:00..2024-05-31T10:01:00", ""},
      {"date:\"31 May 2024 10:00\"", "date:2024-05-31T10:00:00..2024-05-31T10:01:00", ""},
      {"after:2024-05-31T10:00:00.123Z", "date:2024-05-31T10:00:00..", ""},
      {"after:2024-05-31T10:00+02:00", "date:2024-05-31T08:00:00..", ""},
      {"after:2024-05-31T10:00+0200", "date:2024-05-31T08:00:00..", ""},
      {"after:2024-05-31T22:00-05", "date:2024-06-01T03:00:00..", ""},
      {"after:\"2024-05-31 10:00 +02:00\"", "date:2024-05-31T08:00:00..", ""},
      {"date:2024-05-31T10:00Z..2024-05-31T12:00Z", "date:2024-05-31T10:00:00..2024-05-31T12:01:00",
       ""},
      {"date:2024-05-31T24:00", "word:2024-05-31T24:00", "bad_date"},
      {"date:2024-05-31T10:60", "word:2024-05-31T10:60", "bad_date"},
      {"date:2024-05-31T1:00", "word:2024-05-31T1:00", "bad_date"},
      {"date:2024-05-31T", "word:2024-05-31T", "bad_date"},
      {"date:2024-05-31T10:00+25:00", "word:2024-05-31T10:00+25:00", "bad_date"},
      {"date:2024-05-31T10:00x", "word:2024-05-31T10:00x", "bad_date"},
      {"date:2024-02-30T10:00", "word:2024-02-30T10:00", "bad_date"},
      {"date:2024-05T10:00", "word:2024-05T10:00", "bad_date"},
  });
}

TEST(QueryDates, AfterIncludesBeforeExcludes) {
  check_queries({
      {"after:2024-05-01", "date:2024-05-01..", ""},
      {"before:2024-06-01", "date:..2024-06-01", ""},
      {"after:2024-05", "date:2024-05-01..", ""},
      {"before:2024-05", "date:..2024-05-01", ""},
      {"after:2024 before:2025", "(words date:2024-01-01.. date:..2025-01-01)", ""},
      {"after:yesterday", "date:2024-06-13..", ""},
      {"before:7d", "date:..2024-06-07T12:00:00", ""},
      {"-after:2024", "(not date:2024-01-01..)", ""},
      {"after:2024-05..2024-06", "word:2024-05..2024-06", "bad_date"},
      {"before:>2024", "word:>2024", "bad_date"},
  });
}

TEST(QueryDates, WhatIsNoDateIsWordsAndSaysWhy) {
  check_queries({
      {"date:05/06/2024", "word:05/06/2024", "bad_date"},
      {"date:2024-13", "word:2024-13", "bad_date"},
      {"date:2024-00", "word:2024-00", "bad_date"},
      {"date:2024-02-30", "word:2024-02-30", "bad_date"},
      {"date:2023-02-29", "word:2023-02-29", "bad_date"},
      {"date:2024-04-31", "word:2024-04-31", "bad_date"},
      {"date:0000", "word:0000", "bad_date"},
      {"date:24-05-31", "word:24-05-31", "bad_date"},
      {"date:202405", "word:202405", "bad_date"},
      {"date:2024-05/31", "word:2024-05/31", "bad_date"},
      {"date:2024-05-31-01", "word:2024-05-31-01", "bad_date"},
      {"date:1999999", "word:1999999", "bad_date"},
      {"date:soon", "word:soon", "bad_date"},
      {"date:now", "word:now", "bad_date"},
      {"date:2w..2w", "word:2w..2w", "bad_date"},
      {"date:today..12h", "word:today..12h", "bad_date"},
      {"date:0d", "word:0d", "bad_date"},
      {"date:last", "word:last", "bad_date"},
      {"date:last-decade", "word:last-decade", "bad_date"},
      {"date:last-weeks", "word:last-weeks", "bad_date"},
      {"date:10000d", "word:10000d", "bad_date"},
      {"date:..", "word:date", "empty_field"},
      {"date:2024...2025", "word:2024...2025", "bad_date"},
      {"date:2024-05..soon", "word:2024-05..soon", "bad_date"},
      {"date:>", "word:date", "empty_field"},
      {"date:>=soon", "word:>=soon", "bad_date"},
      {"date:-7d", "date:2024-06-07T12:00:00..2024-06-14T12:00:00", ""},
      {"date:99999999999999999999", "word:99999999999999999999", "bad_date"},
      {"date:\"some day\"", "phrase:\"some day\"", "bad_date"},
      {"-date:soon", "(not word:soon)", "bad_date"},
      {"date:(2024 OR soon)", "(or date:2024-01-01..2025-01-01 word:soon)", "bad_date"},
      {"date:2024..2025..2026", "word:2024..2025..2026", "bad_date"},
  });
}

TEST(QueryDates, ReversedRangesAreTurned) {
  check_queries({
      {"date:2024-11..2024-05", "date:2024-05-01..2024-12-01", "reversed_dates"},
      {"date:2024-06..2024-05", "date:2024-05-01..2024-07-01", "reversed_dates"},
      {"date:2025..2024", "date:2024-01-01..2026-01-01", "reversed_dates"},
      {"date:today..yesterday", "date:2024-06-13..2024-06-15", "reversed_dates"},
      {"date:1w..2w", "date:2024-05-31T12:00:00..2024-06-07T12:00:00", "reversed_dates"},
      {"date:(2025..2024 OR 2020)", "(or date:2024-01-01..2026-01-01 date:2020-01-01..2021-01-01)",
       "reversed_dates"},
  });
}

}  // namespace
}  // namespace lede::test
