// Which reader a file gets: content before name, name where content cannot tell.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/detect.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/readers/markup_start.h"
#include "tests/support/packing.h"

namespace lede {
namespace {

using namespace std::string_view_literals;
using testing::HasSubstr;

constexpr std::string_view kPng = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0"sv;

std::string format_of(std::string_view name, std::string_view head) {
  const Detected detected = detect(name, head);
  return detected.reader == nullptr ? "none" : std::string(detected.reader->format());
}

TEST(Detect, TheNameDecidesBetweenKindsOfText) {
  EXPECT_EQ(format_of("a.txt", "# Ferry\n"), "text");
  EXPECT_EQ(format_of("a.md", "# Ferry\n"), "markdown");
  EXPECT_EQ(format_of("a.jsonl", "{\"title\":\"Ferry\"}\n"), "jsonl");
  EXPECT_EQ(format_of("a.json", "{\"title\":\"Ferry\"}\n"), "json");
}

TEST(Detect, ContentGoesBeforeTheName) {
  EXPECT_EQ(format_of("a.txt", "<!DOCTYPE html><p>Ferry"), "html");
  EXPECT_EQ(format_of("a.pdf", "\n<html><p>Ferry"), "html");
  EXPECT_EQ(format_of("a.txt", test::make_zip({{"a.txt", "Ferry", {}}})), "archive");
  EXPECT_EQ(format_of("a.json", test::make_tar({{"a.txt", "Ferry", {}}})), "archive");
}

TEST(Detect, WithoutAnEndingContentAloneDecides) {
  EXPECT_EQ(format_of("page", "<html><body><p>Ferry</p></body></html>"), "html");
  EXPECT_EQ(format_of("page.php", "<!doctype html><p>Ferry"), "html");
  EXPECT_EQ(format_of("51126", "The ferry sails at six.\n"), "text");
  EXPECT_EQ(format_of("notes.2024", "The ferry sails at six.\n"), "text");
  EXPECT_EQ(format_of("news.zip: old/README", "The ferry sails at six.\n"), "text");
}

TEST(Detect, JsonWithoutAnEndingIsFoundHoweverLong) {
  const std::string value = "\"" + std::string(6000, 'x') + "\"";
  EXPECT_EQ(format_of("dump", "{\"title\": " + value).substr(0, 4), "json");
  EXPECT_EQ(format_of("dump", "[\n {\"title\": " + value), "json");
  EXPECT_EQ(format_of("dump", "{\"title\":\"a\"}\n{\"title\": " + value), "jsonl");
  EXPECT_EQ(format_of("dump", "[sic] is what he said.\n"), "text");
}

TEST(Detect, AnArchiveOfDocumentsIsNoDocument) {
  const std::string docx = test::make_zip({{"[Content_Types].xml", "<Types/>", {}, true}});
  EXPECT_EQ(format_of("a.zip", test::make_zip({{"a.docx", docx, {}, true}})), "archive");
  EXPECT_EQ(format_of("a.zip", docx), "docx");
}

TEST(Detect, ATextOfAnotherKindIsNoArticle) {
  EXPECT_EQ(format_of("style.css", "body { color: red; }\n"), "none");
  EXPECT_EQ(format_of("table.csv", "a,b\n1,2\n"), "none");
  EXPECT_EQ(format_of("tool.py", "import os\nprint(os.name)\n"), "none");
}

TEST(Detect, ABinaryFileIsNamedByItsKind) {
  EXPECT_THAT(detect("a", kPng).kind, HasSubstr("image/png"));
  EXPECT_EQ(format_of("a", kPng), "none");
  EXPECT_EQ(format_of("photo.txt", kPng), "none") << "whatever it is called";
  EXPECT_THAT(detect("photo.txt", kPng).kind, HasSubstr("image/png"));
  EXPECT_EQ(format_of("program.html",
                      "\x7f"
                      "ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0\x3e\0\1\0\0\0"sv),
            "none");
}

TEST(Detect, TextWithNulsOrWithoutAMarkStaysText) {
  EXPECT_EQ(format_of("a.txt", "nul\0bytes in a text that is otherwise good\n"sv), "text");
  EXPECT_EQ(format_of("a.txt", "f\0e\0r\0r\0y\0 \0s\0a\0i\0l\0s\0"sv), "text");
}

TEST(Detect, AnEmptyFileIsForTheReaderOfItsName) {
  EXPECT_EQ(format_of("a.txt", ""), "text");
  EXPECT_EQ(detect("a", "").kind, "empty");
  EXPECT_EQ(format_of("a", ""), "none");
}

TEST(MarkupStart, IsBehindWhatSaysNothing) {
  EXPECT_EQ(markup_start("\xEF\xBB\xBF <?xml version='1.0'?>\n<!-- c --><rss>"), "<rss>");
  EXPECT_EQ(markup_start("text <rss>"), "");
  EXPECT_EQ(markup_start("<!-- never closed"), "");
  EXPECT_EQ(markup_start(""), "");
}

TEST(RootElement, IsFoundBehindADoctypeAndWithoutItsPrefix) {
  EXPECT_EQ(root_element("<rss version='2.0'>"), "rss");
  EXPECT_EQ(root_element("<?xml?><!DOCTYPE nitf [<!ENTITY a '>'>]><nitf>"), "nitf");
  EXPECT_EQ(root_element("<rdf:RDF xmlns='x'>"), "RDF");
  EXPECT_EQ(root_element("<feed/>"), "feed");
  EXPECT_EQ(root_element("no markup"), "");
  EXPECT_EQ(root_element("<"), "");
}

}  // namespace
}  // namespace lede
