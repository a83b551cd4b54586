// DOCX, ODT and EPUB: documents in zip archives.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/packing.h"
#include "tests/unit/indexer/readers/read_all.h"

namespace lede {
namespace {

using test::make_zip;
using test::Member;
using test::read_any;
using test::ReadOutcome;
using testing::HasSubstr;
using testing::SizeIs;

const std::string kWord =
    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>"
    "<w:p><w:r><w:t>Ferry sails</w:t></w:r></w:p><w:p/>"
    "<w:p><w:r><w:t xml:space='preserve'>It sailed </w:t></w:r><w:r><w:t>at six.</w:t></w:r>"
    "<w:r><w:delText>never seen</w:delText></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    "<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>Box</w:t></w:r></mc:Choice>"
    "<mc:Fallback><w:r><w:t>Box</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
    "</w:body></w:document>";
const std::string kCore =
    "<cp:coreProperties xmlns:cp='x' xmlns:dc='y' xmlns:dcterms='z'><dc:title>Ferry "
    "sails</dc:title>"
    "<dc:creator>Ann Lee</dc:creator><dcterms:created>2024-09-12T08:30:00Z</dcterms:created>"
    "</cp:coreProperties>";

TEST(Docx, GivesParagraphsAndProperties) {
  const std::string bytes = make_zip({{"[Content_Types].xml", "<Types/>", {}},
                                      {"word/document.xml", kWord, {}},
                                      {"docProps/core.xml", kCore, {}}});
  for (const char* name : {"a.docx", "a", "a.zip"}) {
    const ReadOutcome outcome = read_any(name, bytes);
    ASSERT_TRUE(outcome.result) << outcome.result.error().message;
    ASSERT_THAT(outcome.pages, SizeIs(1));
    EXPECT_EQ(outcome.pages[0].text, "Ferry sails\n\nIt sailed at six.\n\nCell\n\nBox");
    EXPECT_EQ(outcome.pages[0].declared.title, "Ferry sails");
    EXPECT_EQ(outcome.pages[0].declared.author, "Ann Lee");
    EXPECT_EQ(outcome.pages[0].declared.published->instant, 1726129800);
  }
}

TEST(Docx, ATableIsLeftOutAndABrokenDocumentFails) {
  const ReadOutcome table = read_any("a.xlsx", make_zip({{"[Content_Types].xml", "<Types/>", {}},
                                                         {"xl/workbook.xml", "<workbook/>", {}}}));
  ASSERT_FALSE(table.result);
  EXPECT_EQ(table.result.error().code, ErrorCode::kNoReader);
  const ReadOutcome broken = read_any("a.docx", make_zip({{"[Content_Types].xml", "<Types/>", {}},
                                                          {"word/document.xml", "<w:doc", {}}}));
  ASSERT_FALSE(broken.result);
  EXPECT_EQ(broken.result.error().code, ErrorCode::kUnreadable);
  EXPECT_THAT(broken.result.error().message, HasSubstr("a.docx: word/document.xml"));
}

TEST(Docx, ABombIsRefused) {
  const std::string bomb =
      make_zip({{"[Content_Types].xml", "<Types/>", {}},
                {"word/document.xml", std::string(std::size_t{1} << 20U, ' '), {}, false, 100}});
  ASSERT_LT(bomb.size(), 200000U);
  const ReadOutcome outcome = read_any("a.docx", bomb);
  ASSERT_FALSE(outcome.result);
  EXPECT_EQ(outcome.result.error().code, ErrorCode::kTooLarge);
}

TEST(Odt, GivesParagraphsAndProperties) {
  const std::string content =
      "<office:document-content xmlns:office='o' xmlns:text='t'><office:body><office:text>"
      "<text:tracked-changes><text:p>Taken out</text:p></text:tracked-changes>"
      "<text:h>Ferry sails</text:h><text:p>It sailed<text:s/>at <text:span>six</text:span>."
      "<office:annotation><text:p>A note</text:p></office:annotation></text:p>"
      "</office:text></office:body></office:document-content>";
  const std::string meta =
      "<office:document-meta xmlns:office='o' xmlns:meta='m' xmlns:dc='d'><office:meta>"
      "<meta:initial-creator>Ann Lee</meta:initial-creator>"
      "<meta:creation-date>2024-09-12T08:30:00</meta:creation-date></office:meta>"
      "</office:document-meta>";
  const ReadOutcome outcome =
      read_any("a", make_zip({{"mimetype", "application/vnd.oasis.opendocument.text", {}, true},
                              {"content.xml", content, {}},
                              {"meta.xml", meta, {}}}));
  ASSERT_TRUE(outcome.result) << outcome.result.error().message;
  ASSERT_THAT(outcome.pages, SizeIs(1));
  EXPECT_EQ(outcome.pages[0].text, "Ferry sails\n\nIt sailed at six.");
  EXPECT_EQ(outcome.pages[0].declared.author, "Ann Lee");
  EXPECT_EQ(outcome.pages[0].declared.published->instant, 1726129800);
}

TEST(Epub, GivesEachDocumentInReadingOrder) {
  const std::string opf =
      "<package xmlns:dc='d'><metadata><dc:title>Weekly</dc:title><dc:creator>The Desk</dc:creator>"
      "<dc:publisher>Harbour Tribune</dc:publisher><dc:language>en</dc:language>"
      "<dc:date>2024-09-12</dc:date></metadata>"
      "<manifest><item id='a' href='one%20more.xhtml'/><item id='b' href='text/two.xhtml'/>"
      "<item id='c' href='none.xhtml'/><item id='s' href='style.css'/></manifest>"
      "<spine><itemref idref='b'/><itemref idref='a'/><itemref idref='c'/></spine></package>";
  const ReadOutcome outcome = read_any(
      "a.epub",
      make_zip(
          {{"mimetype", "application/epub+zip", {}, true},
           {"META-INF/container.xml",
            "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>",
            {}},
           {"OEBPS/book.opf", opf, {}},
           {"OEBPS/one more.xhtml",
            "<html><head><title>One</title></head><body><h1>One</h1><p>It "
            "sailed.</p></body></html>",
            {}},
           {"OEBPS/text/two.xhtml",
            "<html><head><title>Two</title></head><body><p>Nobody waved.</p></body></html>",
            {}}}));
  ASSERT_TRUE(outcome.result) << outcome.result.error().message;
  ASSERT_THAT(outcome.pages, SizeIs(2));
  EXPECT_EQ(outcome.pages[0].record, "OEBPS/text/two.xhtml");
  EXPECT_EQ(outcome.pages[0].declared.title, "Two");
  EXPECT_THAT(outcome.pages[0].text, HasSubstr("Nobody waved."));
  EXPECT_EQ(outcome.pages[0].declared.publisher, "Harbour Tribune");
  EXPECT_EQ(outcome.pages[1].record, "OEBPS/one more.xhtml");
  EXPECT_EQ(outcome.pages[1].declared.language, "en");
  ASSERT_TRUE(outcome.pages[1].declared.published);
  ASSERT_THAT(outcome.failures, SizeIs(1));
  EXPECT_EQ(outcome.failures[0].first, "OEBPS/none.xhtml");
}

}  // namespace
}  // namespace lede
