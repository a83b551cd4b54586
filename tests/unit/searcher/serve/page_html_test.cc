// Writing HTML: whatever a text is, it stays a text.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <random>

#include "searcher/serve/page/article_text.h"
#include "searcher/serve/page/html_writer.h"
#include "searcher/serve/xml_text.h"

namespace lede::page {
namespace {

std::string written(const std::function<void(HtmlWriter&)>& write) {
  HtmlWriter html;
  write(html);
  return html.take();
}

std::string paragraphs(std::string_view text, const Marks& marks) {
  return written([&](HtmlWriter& html) { write_article_text(html, text, marks); });
}

TEST(HtmlWriter, EscapesEveryByteInTextsAndValues) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text = "a" + std::string(1, static_cast<char>(byte)) + "z";
    const std::string html = written([&](HtmlWriter& writer) {
      writer.element_of("p", {{"title", text}}, text);
    });
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(html.c_str(), pugi::parse_full)) << byte << " " << html;
    std::string expected = serve::xml_text(text);
    const pugi::xml_node node = document.child("p");
    if (byte != '\r' && byte != '\n' && byte != '\t') {  // which XML takes for a blank in values
      EXPECT_EQ(node.attribute("title").value(), expected) << byte;
    }
    if (byte != '\r') {
      EXPECT_EQ(node.child_value(), expected) << byte;
    }
  }
}

TEST(HtmlWriter, NoTextOfAnyKindBecomesMarkup) {
  const std::vector<std::string> pieces = {
      "<",    ">",      "\"", "'",        "&",     "</p>", "<!--", "]]>",  "ü",  "\xff",
      "&lt;", "script", "=",  "\xe2\x80", "<img ", " x ",  "\0",   "&#0;", "/>", "𝄞"};
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t i = random() % 12; i > 0; --i) {
      text += pieces[random() % pieces.size()];
    }
    const std::string html = written([&](HtmlWriter& writer) {
      const auto outer = writer.element("div", {{"data-x", text}});
      writer.element_of("b", {}, text);
    });
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(html.c_str(), pugi::parse_full)) << html;
    const pugi::xml_node outer = document.child("div");
    EXPECT_EQ(std::distance(outer.begin(), outer.end()), 1) << html;
    EXPECT_EQ(outer.child("b").text().get(), serve::xml_text(text)) << html;
    EXPECT_EQ(std::distance(outer.attributes_begin(), outer.attributes_end()), 1) << html;
  }
}

TEST(HtmlWriter, AddressesLeadHereOrToTheWebAndNowhereElse) {
  const std::pair<std::string, std::string> cases[] = {
      {"/?q=a&b", "/?q=a&amp;b"},
      {"#m1", "#m1"},
      {"https://example.org/", "https://example.org/"},
      {"javascript:alert(1)", "#"},
      {"JaVaScRiPt:alert(1)", "#"},
      {"data:text/html,x", "#"},
      {"//example.org/", "#"},
      {" /x", "#"},
      {"", "#"},
  };
  for (const auto& [address, expected] : cases) {
    EXPECT_EQ(written([&href = address](HtmlWriter& html) {
                html.element_of("a", {{"href", href}}, "x");
              }),
              "<a href=\"" + expected + "\">x</a>");
  }
}

TEST(HtmlWriter, LeavesOutAttributesWithoutData) {
  EXPECT_EQ(written([](HtmlWriter& html) {
              html.void_element("input", {{"value", ""}, {"hidden", kOff}, {"disabled", kOn}});
            }),
            "<input value=\"\" disabled=\"\"/>");
}

TEST(HtmlWriter, MarksWhatItIsToldAndNoMore) {
  const auto marked = [](std::string_view text, const Marks& marks) {
    return written([&](HtmlWriter& html) { html.marked(text, marks); });
  };
  EXPECT_EQ(marked("a <b> c", {{2, 5}}), "a <mark>&lt;b&gt;</mark> c");
  EXPECT_EQ(marked("abc", {{0, 1}, {2, 3}}), "<mark>a</mark>b<mark>c</mark>");
  EXPECT_EQ(marked("abc", {{1, 9}, {2, 2}}), "abc");
  EXPECT_EQ(marked("", {}), "");
}

TEST(ArticleText, HasAParagraphForEachPartBetweenBlankLines) {
  EXPECT_EQ(paragraphs("one\ntwo\n\n\n\nthree\n\n", {}), "<p>one\ntwo</p><p>three</p>");
  EXPECT_EQ(paragraphs("", {}), "");
  EXPECT_EQ(paragraphs("\n\n\n", {}), "");
}

TEST(ArticleText, NumbersItsMatchesAndCutsThoseThatGoOn) {
  EXPECT_EQ(paragraphs("a b\n\nc d", {{0, 1}, {5, 6}}),
            "<p><mark id=\"m1\">a</mark> b</p><p><mark id=\"m2\">c</mark> d</p>");
  EXPECT_EQ(paragraphs("a b\n\nc d", {{2, 6}, {7, 8}}),
            "<p>a <mark id=\"m1\">b</mark></p><p><mark>c</mark> <mark id=\"m2\">d</mark></p>");
}

}  // namespace
}  // namespace lede::page
