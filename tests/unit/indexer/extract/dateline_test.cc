// Datelines and date lines.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dateline.h"

#include <gtest/gtest.h>

#include <string>

namespace lede {
namespace {

constexpr std::int64_t kDayOfDateline = 1717113600;
constexpr const char* kDatelined =
    " The keeper of the light painted a moon on the wall of the lamp room and nobody can say why.";

struct DatelineCase {
  std::string line;
  const char* place;
  const char* agency;
  std::int64_t instant;  // 0 for none
};

TEST(Dateline, ReadsTheUsualForms) {
  const DatelineCase cases[] = {
      {"Washington (AFP) May 31, 2024", "Washington", "AFP", kDayOfDateline},
      {"Port Calder (MNA) 31 May 2024", "Port Calder", "MNA", kDayOfDateline},
      {std::string("PARIS, May 31 (Reuters) -") + kDatelined, "Paris", "Reuters", 0},
      {std::string("PARIS, May 31, 2024 (Reuters) -") + kDatelined, "Paris", "Reuters",
       kDayOfDateline},
      {std::string("KYIV, Ukraine (AP) \u2014") + kDatelined, "Kyiv, Ukraine", "AP", 0},
      {std::string("Kyiv (Interfax) \u2013") + kDatelined, "Kyiv", "Interfax", 0},
      {std::string("WASHINGTON \u2014") + kDatelined, "Washington", "", 0},
      {std::string("IRVING, TX (Sports Network) -") + kDatelined, "Irving, TX", "Sports Network",
       0},
      {std::string("GREENSBORO, N.C. \u2014") + kDatelined, "Greensboro, N.C.", "", 0},
      {std::string("SALVADOR, Feb 26 -") + kDatelined, "Salvador", "", 0},
      {"SALVADOR, Feb 26 - Lamp Corp is not under", "Salvador", "", 0},  // the line is wrapped
      {std::string("CRAGMOOR, May 31, 2024 \u2013") + kDatelined, "Cragmoor", "", kDayOfDateline},
      {std::string("RIO DE JANEIRO (EFE) --") + kDatelined, "Rio De Janeiro", "EFE", 0},
      {std::string("КИЕВ, 31 мая (Интерфакс) \u2014") + kDatelined, "Киев", "Интерфакс", 0},
  };
  for (const DatelineCase& c : cases) {
    const auto dateline = read_dateline(c.line, {});
    ASSERT_TRUE(dateline) << c.line;
    EXPECT_EQ(dateline->place, c.place) << c.line;
    EXPECT_EQ(dateline->agency, c.agency) << c.line;
    EXPECT_EQ(dateline->published ? dateline->published->instant : 0, c.instant) << c.line;
    if (dateline->published) {
      EXPECT_EQ(dateline->published->from, "dateline") << c.line;
    }
  }
}

TEST(Dateline, OtherLinesAreNone) {
  const std::string cases[] = {
      "The Harbour Approach Alarm System (HAAS) will be fitted to all of them.",
      "They are known as HAAS (Harbour Approach Alarm Systems), and ring far.",
      "Night Heron (KESTREL) lamps",
      "LAMP OIL OPEN POSITIONS (REVISED) - APR 6",
      "The island (pop. 200) \u2014 small as it is \u2014 has a light.",
      "BREAKING \u2014 Ferry hits rocks",
      "K-22 \u2013 the ferry",
      std::string("LAMP ROOM CONUNDRUM \u2014") + kDatelined,
      std::string("Banja Luka (Bosnia and Herzegovina) \u2014") + kDatelined,
      std::string("Kathmandu (Nepal) \u2014") + kDatelined,
      std::string("DALLAS (TX) \u2014") + kDatelined,
      "(Credit: Ivo Perrault/MNA)",
      "He said - and meant it - that it was so and that it would be so for ever after.",
      "Washington (AFP)",
      "2024 (AFP) May 31, 2024",
      "",
  };
  for (const std::string& line : cases) {
    EXPECT_FALSE(read_dateline(line, {})) << line;
  }
}

TEST(DateLine, ReadsDatesThatStandAlone) {
  for (const char* line : {"31 May 2024", "May 31, 2024 \u00B7 3 min read", "Friday, 31 May 2024",
                           "May 31, 2024 | 4 minutes", "2024-05-31", "31 мая 2024 г."}) {
    const auto found = read_date_line(line, {});
    ASSERT_TRUE(found) << line;
    ASSERT_TRUE(found->published) << line;
    EXPECT_EQ(found->published->instant, kDayOfDateline) << line;
    EXPECT_EQ(found->published->from, "date-line") << line;
  }
}

TEST(DateLine, ReadsTimesWithAFullStop) {
  const auto line = read_date_line("31 May 2024, 6.30am", {});
  ASSERT_TRUE(line && line->published);
  EXPECT_EQ(line->published->instant, kDayOfDateline + 6 * 3600 + 30 * 60);
  EXPECT_EQ(read_date_line("31 May 2024, 6.30pm", {})->published->instant,
            kDayOfDateline + 18 * 3600 + 30 * 60);
  EXPECT_FALSE(read_date_line("31 May 2024, 6.30 million", {}));
}

TEST(DateLine, ReadsLabels) {
  for (const char* line :
       {"Published: 31 May 2024", "Published on May 31, 2024", "Posted 31 May 2024",
        "Publié le 31 mai 2024", "Опубликовано: 31 мая 2024", "Veröffentlicht am 31. Mai 2024"}) {
    const auto found = read_date_line(line, {});
    ASSERT_TRUE(found) << line;
    EXPECT_EQ(found->published->from, "published-line") << line;
    EXPECT_FALSE(found->updated) << line;
  }
  EXPECT_TRUE(read_date_line("Published", {})->label);
  EXPECT_TRUE(read_date_line("on", {})->label);
  EXPECT_TRUE(read_date_line("Updated: 31 May 2024", {})->updated);
}

TEST(DateLine, OtherLinesAreNone) {
  for (const char* line : {"Published by the Echo", "May 2024", "two days ago", "05/06/2024",
                           "On 31 May 2024 it rained", "Date palms", "only", "Updatedness", ""}) {
    EXPECT_FALSE(read_date_line(line, {})) << line;
  }
}

}  // namespace
}  // namespace lede
