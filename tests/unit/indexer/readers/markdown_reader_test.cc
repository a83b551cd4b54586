// Markdown and its front matter.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <chrono>

#include "tests/unit/indexer/readers/read_all.h"

namespace lede {
namespace {

using test::read_all;
using test::ReadOutcome;

RawPage page_of_markdown(std::string_view markdown) {
  ReadOutcome outcome = read_all("a.md", markdown);
  EXPECT_TRUE(outcome.result) << outcome.result.error().message;
  EXPECT_EQ(outcome.pages.size(), 1U);
  return outcome.pages.empty() ? RawPage() : std::move(outcome.pages[0]);
}

TEST(Markdown, TakesYamlFrontMatter) {
  const RawPage page = page_of_markdown(
      "---\ntitle: \"Moon: painted\"\ndate: 2024-05-31\nauthors:\n  - Ada Quill\n  - name: Ben "
      "Ashe\nsource: {name: The Echo}\nurl: https://echo.example/moon\nlang: en\ntags: [a, "
      "b]\n---\n"
      "Text.\n");
  EXPECT_EQ(page.declared.title, "Moon: painted");
  EXPECT_EQ(page.declared.author, "Ada Quill; Ben Ashe");
  EXPECT_EQ(page.declared.publisher, "The Echo");
  EXPECT_EQ(page.declared.url, "https://echo.example/moon");
  EXPECT_EQ(page.declared.language, "en");
  ASSERT_TRUE(page.declared.published);
  EXPECT_EQ(page.declared.published->instant, 1717113600);
  EXPECT_EQ(page.declared.published->from, "front-matter");
  EXPECT_EQ(page.text, "Text.");
  EXPECT_FALSE(page.scraped);
}

TEST(Markdown, TakesTomlFrontMatter) {
  const RawPage page = page_of_markdown(
      "+++\ntitle = \"Moon \\\"painted\\\"\"\ndate = 2024-05-31T10:00:00Z\nauthors = ['Ada', "
      "\"Ben\"]\n[params]\nurl = \"https://not.example/\"\n+++\nText.\n");
  EXPECT_EQ(page.declared.title, "Moon \"painted\"");
  EXPECT_EQ(page.declared.author, "Ada; Ben");
  EXPECT_EQ(page.declared.url, "");
  EXPECT_EQ(page.declared.published->instant, 1717149600);
  EXPECT_EQ(page.text, "Text.");
}

TEST(Markdown, TheFirstHeadingIsTheTitleAndNotRepeated) {
  const RawPage page = page_of_markdown("# Moon *painted*\n\nText.\n\n## Why\n\nBecause.\n");
  EXPECT_EQ(page.declared.title, "Moon painted");
  EXPECT_EQ(page.text, "Text.\n\nWhy\n\nBecause.");
  const RawPage both = page_of_markdown("---\ntitle: Moon\n---\n# Moon\n\nText.\n");
  EXPECT_EQ(both.text, "Text.");
  const RawPage other = page_of_markdown("---\ntitle: Moon\n---\n# Lamp\n\nText.\n");
  EXPECT_EQ(other.declared.title, "Moon");
  EXPECT_EQ(other.text, "Lamp\n\nText.");
}

TEST(Markdown, BecomesPlainText) {
  struct Case {
    const char* markdown;
    const char* text;
  };
  const Case cases[] = {
      {"A [link](https://x.example \"t\") and ![alt](i.png) *b* **c** `d<e>`",
       "A link and b c d<e>"},
      {"- one\n- two\n\n1. three\n", "one\ntwo\n\nthree"},
      {"> quoted\n\nafter", "quoted\n\nafter"},
      {"```c\nint a;\n b < c\n```\n", "int a;\nb < c"},
      {"a &amp; b &copy; \\* c", "a & b \u00A9 * c"},
      {"one\ntwo  \nthree", "one two\nthree"},
      {"<div>raw</div>\n\n<script>no</script>\n\ntext", "raw\n\ntext"},
      {"| a | b |\n|---|---|\n| 1 | 2 |\n", "a b\n1 2"},
      {"x < y & z", "x < y & z"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(page_of_markdown(c.markdown).text, c.text) << c.markdown;
  }
}

TEST(Markdown, BrokenFrontMatterIsText) {
  for (const char* markdown :
       {"---\ntitle: [unclosed\n---\nThe duck race.\n", "---\nnever closed\n\nThe duck race.\n",
        "---\n- a list\n---\nThe duck race.\n", "---\n\t: : :\n---\nThe duck race.\n",
        "---\n&a [*a, *a]\n---\nThe duck race.\n"}) {
    EXPECT_NE(page_of_markdown(markdown).text.find("duck race"), std::string::npos) << markdown;
  }
}

TEST(Markdown, HostileInputTakesLinearTime) {
  std::string bomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 9; ++i) {
      bomb += std::string(i == 0 ? "*" : ",*") + static_cast<char>(c - 1);
    }
    bomb += "]\n";
  }
  bomb += "title: *j\n---\ntext\n";
  const auto repeat = [](std::string_view piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) {
      text += piece;
    }
    return text;
  };
  const std::string cases[] = {
      bomb,
      repeat("[", 50000),
      repeat("*a ", 50000),
      repeat("> ", 20000) + "x",
      repeat("![", 20000),
      repeat("`", 50000) + "x",
      repeat("<a ", 50000),
      "---\n" + repeat("[", 20000) + "\n---\nx",
      "---\n" + repeat("a: {", 10000) + "\n---\nx",
      repeat("- ", 5000) + "x",
  };
  for (const std::string& markdown : cases) {
    const auto start = std::chrono::steady_clock::now();
    read_all("a.md", markdown);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), 30) << markdown.substr(0, 40);
  }
}

TEST(Markdown, ATitleAloneIsEnoughAndNothingIsNot) {
  EXPECT_EQ(page_of_markdown("---\ntitle: Moon\n---\n").declared.title, "Moon");
  EXPECT_EQ(page_of_markdown("---\ntitle: Moon\ntext: From the front.\n---\n").text,
            "From the front.");
  EXPECT_FALSE(read_all("a.md", "---\nlang: en\n---\n").result);
  EXPECT_FALSE(read_all("a.md", "![](x.png)").result);
}

}  // namespace
}  // namespace lede
