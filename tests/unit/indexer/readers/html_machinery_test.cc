// What is dropped of a page before it is parsed, and what must not be.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <string>

#include "indexer/readers/html/machinery.h"

namespace lede {
namespace {

TEST(WithoutMachinery, DropsCommentsAndTheInsidesOfScriptsAndStyles) {
  EXPECT_EQ(
      without_machinery("a<!-- <p>x -->b<script src=y>if (a<b) {}</script>c<STYLE>p{}</STYLE>d"),
      "ab<script src=y></script>c<STYLE></STYLE>d");
}

TEST(WithoutMachinery, LeavesWhatItDoesNotUnderstandToTheParser) {
  for (const char* html : {
           "<script type='application/ld+json'>{\"a\": 1}</script>",
           "<p>never closed <!-- comment",
           "<script>never closed",
           "<script><!-- document.write('<script>x</script>') --></script>after",
           "<a title='<!-- no comment -->'>x</a>",
           "<textarea><script>typed</script></textarea>",
           "a < b, <, </ and <3",
           "",
       }) {
    EXPECT_EQ(without_machinery(html), html);
  }
}

// Quotes begin a value only behind "=", which blanks may stand around.
TEST(WithoutMachinery, QuotesElsewhereHideNoTags) {
  for (const char* tag : {"<div class = \"a\">", "<div class= 'a' id = b>", "<div title=\"a\"b\">",
                          "<div a\"b>", "<div \"a\">", "<div class=a\"b>", "<div class='a'id='b'>",
                          "<div a / b = '>'>", "<div =\"a>", "<br/>"}) {
    const std::string html(tag);
    EXPECT_EQ(without_machinery(html + "<script>x</script>kept<a title='y'>"),
              html + "<script></script>kept<a title='y'>")
        << tag;
  }
}

TEST(WithoutMachinery, AnEndTagInsideAnAttributeEndsNothing) {
  EXPECT_EQ(without_machinery("<div data-x='<script>'>kept</div><p>kept<script>x</script>"),
            "<div data-x='<script>'>kept</div><p>kept<script></script>");
}

}  // namespace
}  // namespace lede
