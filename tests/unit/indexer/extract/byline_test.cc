// Bylines: names, and what only looks like one.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/byline.h"

#include <gtest/gtest.h>

namespace lede {
namespace {

TEST(Byline, TakesNamesAsPrinted) {
  struct Case {
    const char* line = "";
    const char* author = "";
    const char* agency = "";
  };
  const Case cases[] = {
      {"By Ada Quill", "Ada Quill"},
      {"By Ada QUILL", "Ada QUILL"},
      {"by Ada Quill", "Ada Quill"},
      {"Written by Hanne Pell", "Hanne Pell"},
      {"By Ada Quill and Ben Ashe", "Ada Quill; Ben Ashe"},
      {"By Ada Quill, Ben Ashe and Cy O'Dell", "Ada Quill; Ben Ashe; Cy O'Dell"},
      {"By Ada Quill, Staff Writer", "Ada Quill"},
      {"By Ada Quill, Kestrel Daily", "Ada Quill"},
      {"By Ada Quill for The Echo News", "Ada Quill"},
      {"By Jos\u00E9 de la Cruz-Almar\u00EDn", "Jos\u00E9 de la Cruz-Almar\u00EDn"},
      {"By J. R. Smith", "J. R. Smith"},
      {"Von Käthe Übelacker", "Käthe Übelacker"},
      {"Par Inès Cazalbou", "Inès Cazalbou"},
      {"Автор: Вера Лагутина", "Вера Лагутина"},
      {"By Staff Writers", ""},
      {"by Staff Writers", ""},
      {"By Echo Editorial Team", ""},
      {"By MNA", "", "MNA"},
      {"by MNA Staff Writers", ""},
      {"By Ada Quill, AFP", "Ada Quill", "AFP"},
  };
  for (const Case& c : cases) {
    const auto byline = read_byline(c.line, {});
    ASSERT_TRUE(byline) << c.line;
    EXPECT_EQ(byline->author, c.author) << c.line;
    EXPECT_EQ(byline->agency, c.agency) << c.line;
  }
}

TEST(Byline, ThePagesOwnNameIsNoAuthor) {
  EXPECT_EQ(read_byline("By Ada Quill, Strait Echo", "Strait Echo  >  Sea")->author, "Ada Quill");
}

TEST(Byline, SentencesAreNoBylines) {
  for (const char* line :
       {"By Monday the boats were back", "By Hook or by Crook", "By then it was dark.",
        "Bypass opens", "By 2030, half", "Von der Leyen", "Par exemple", "By", "By ",
        "By \"><img src=x onerror=alert(2)>", "by the sea", "By Ada",
        "By Ada Quill walked home to her house in the hills above the town where it rained"}) {
    EXPECT_FALSE(read_byline(line, {})) << line;
  }
}

}  // namespace
}  // namespace lede
