// HTML that means harm: bounded in time and memory, and honest pages are left alone.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <chrono>

#include "indexer/readers/html/limits.h"
#include "tests/unit/indexer/readers/read_all.h"

namespace lede {
namespace {

using test::read_all;
using test::ReadOutcome;

RawPage page_of_html(std::string_view html) {
  ReadOutcome outcome = read_all("a.html", html);
  EXPECT_TRUE(outcome.result) << outcome.result.error().message;
  EXPECT_EQ(outcome.pages.size(), 1U);
  return outcome.pages.empty() ? RawPage() : std::move(outcome.pages[0]);
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) {
    text += piece;
  }
  return text;
}

TEST(Html, HostileMarkupTakesLinearTime) {
  const std::size_t n = 100000;
  const std::string cases[] = {
      repeated("<div>", n) + "walnut",
      repeated("<b>", n) + "walnut",
      repeated("<span><div></span>", n) + "walnut",
      repeated("<table><tr><td><div></td>", n) + "walnut",
      repeated("<div><table><td></div>", n) + "walnut",
      repeated("<svg><desc><div></svg>", n) + "walnut",
      repeated("<svg><tr>", n) + "walnut",
      repeated("<ul><li><p>", n) + "walnut",
      repeated("<template>", n) + "walnut</template>",
      repeated("</p>", n) + "walnut",
      repeated("<a href=x><p>", n) + "walnut",
      "<p " + repeated("a1 b2 c3 ", n) + ">walnut",
      "<p " + repeated("\"'", n) + ">walnut",
      repeated("<p><font a=1 b=2><i c=3>", 300) + repeated("<p>", n / 10) + "walnut",
      "<!--" + repeated("<!-- ", n) + "-->walnut",
      repeated("&amp;&lt;&bogus;", n) + "walnut",
      "walnut<" + repeated("x", n * 10),
      repeated("<figure><header><aside class=sidebar>", n / 3) + "walnut",
      repeated("<div itemprop=author>Ida ", n) + "walnut",
      repeated("<i class='byline date related'>By Ida", n) + "walnut",
      "<title>" + repeated("a", n) + "</title>" +
          repeated("<h2>" + repeated("a", 30) + "b</h2>", n / 10) + "<p>walnut",
      "<p class='" + repeated("post-meta ", n) + "'>walnut",
      repeated("<time datetime=2024-05-31></time><a rel=author>Ida</a>", n / 10) + "walnut",
      repeated("<!-- x --><script>x</script>", n) + "walnut",
      repeated("<style>", n) + "walnut",
      "<script type=application/ld+json>" + repeated("[", n) + "</script>walnut",
  };
  for (const std::string& html : cases) {
    const auto start = std::chrono::steady_clock::now();
    const ReadOutcome outcome = read_all("a.html", html);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    // Generous for sanitizers on a busy machine; quadratic time would be minutes.
    EXPECT_LT(took.count(), 30) << html.substr(0, 60);
    if (!outcome.result) {
      EXPECT_EQ(outcome.result.error().code == ErrorCode::kTooLarge ||
                    outcome.result.error().code == ErrorCode::kUnreadable,
                true);
      EXPECT_NE(outcome.result.error().message, "");
    }
  }
}

TEST(Html, DeepNestingKeepsItsText) {
  for (const char* tag : {"<div>", "<span>", "<b>", "<ul><li>", "<table><tr><td>"}) {
    EXPECT_NE(
        page_of_html(repeated(tag, 10000) + "<p>In the last drawer.").text.find("last drawer"),
        std::string::npos)
        << tag;
  }
}

TEST(Html, MarkupThatUnfoldsWithoutBoundIsRefused) {
  std::string html;
  for (int i = 0; i < 60; ++i) {
    html += "<p><font a" + std::to_string(i) + "=1>";
  }
  html += repeated("<p>x", 200000);
  const ReadOutcome outcome = read_all("a.html", html);
  ASSERT_FALSE(outcome.result);
  EXPECT_EQ(outcome.result.error().code, ErrorCode::kTooLarge);
  EXPECT_NE(outcome.result.error().message.find("a.html: "), std::string::npos);
}

TEST(CapNesting, LeavesHonestMarkupAlone) {
  const std::string html =
      "<html><body><div class='a'>" + repeated("<p>text<br><ul><li>a<li>b</ul><b>c</b></p>", 5000) +
      repeated("<table><tr><td><span>x<td>y<tr><td>z</table>", 2000) + "<script>" +
      repeated("'<div>'", 2000) + "</script><svg><g><path/></g></svg></div>";
  EXPECT_EQ(cap_nesting(html), html);
}

TEST(CapNesting, BlanksOnlyTheTagsBeyondTheLimit) {
  const std::string capped = cap_nesting(repeated("<div>", kMaxOpenElements + 1) + "x");
  EXPECT_EQ(capped, repeated("<div>", kMaxOpenElements) + "     x");
}

}  // namespace
}  // namespace lede
