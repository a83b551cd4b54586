// PDF: text in reading order, properties as fields, and what hostile files may cost.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "indexer/readers/pdf/flow.h"
#include "indexer/readers/pdf/program.h"
#include "tests/support/pdf.h"
#include "tests/unit/indexer/readers/read_all.h"

namespace lede {
namespace {

using test::PdfLine;
using test::PdfMaker;
using test::read_any;
using test::ReadOutcome;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using Clock = std::chrono::steady_clock;

class Pdf : public testing::Test {
 protected:
  void SetUp() override { setenv("LEDE_PDF_TEXT", LEDE_PDF_TEXT_PROGRAM, 1); }
};

std::vector<PdfLine> column(int x, const std::vector<std::string>& lines) {
  std::vector<PdfLine> placed;
  int y = 700;
  for (const std::string& line : lines) {
    placed.push_back({x, y, line});
    y -= 13;
  }
  return placed;
}

TEST_F(Pdf, GivesTextAndProperties) {
  PdfMaker pdf;
  pdf.add_page(column(72, {"The ferry sailed at six, and nobody on the quay waved to it.",
                           "It came back at nine."}));
  const ReadOutcome outcome = read_any("a.pdf", pdf.finish("/Title (Ferry sails) /Author (Ann Lee) "
                                                           "/CreationDate (D:20240912083000Z)"));
  ASSERT_TRUE(outcome.result) << outcome.result.error().message;
  ASSERT_THAT(outcome.pages, SizeIs(1));
  EXPECT_EQ(outcome.pages[0].text,
            "The ferry sailed at six, and nobody on the quay waved to it. It came back at nine.");
  EXPECT_EQ(outcome.pages[0].declared.title, "Ferry sails");
  EXPECT_EQ(outcome.pages[0].declared.author, "Ann Lee");
  ASSERT_TRUE(outcome.pages[0].declared.published);
  EXPECT_EQ(outcome.pages[0].declared.published->instant, 1726129800);
  EXPECT_EQ(outcome.pages[0].declared.published->from, "document");
}

TEST_F(Pdf, AFileNameIsNoTitle) {
  for (const char* title : {"Microsoft Word - ferry.doc", "ferry_final2.indd", "Untitled"}) {
    PdfMaker pdf;
    pdf.add_page(column(72, {"The ferry sailed."}));
    const ReadOutcome outcome =
        read_any("a.pdf", pdf.finish("/Title (" + std::string(title) + ")"));
    ASSERT_THAT(outcome.pages, SizeIs(1));
    EXPECT_EQ(outcome.pages[0].declared.title, "") << title;
  }
}

TEST_F(Pdf, ColumnsAreReadOneAfterTheOther) {
  PdfMaker pdf;
  auto lines = column(72, {"The first column tells that the", "ferry sailed at six and that no-",
                           "body on the quay waved to it", "when it left the old harbour."});
  const auto right =
      column(330, {"The second column tells that it", "came back at nine with a dent",
                   "in its bow, and that the captain", "was not seen again there."});
  // Line by line across the page, as a careless program prints it.
  std::vector<PdfLine> mixed;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    mixed.push_back(lines[i]);
    mixed.push_back(right[i]);
  }
  pdf.add_page(mixed);
  const ReadOutcome outcome = read_any("a.pdf", pdf.finish());
  ASSERT_THAT(outcome.pages, SizeIs(1));
  EXPECT_THAT(
      outcome.pages[0].text,
      HasSubstr("The first column tells that the ferry sailed at six and that nobody on the "
                "quay waved to it when it left the old harbour."));
  EXPECT_THAT(outcome.pages[0].text, HasSubstr("it came back at nine with a dent in its bow"));
}

TEST_F(Pdf, ALoopEndsWhenItsTimeIsUp) {
  const auto begin = Clock::now();
  PdfLimits limits;
  limits.time = std::chrono::seconds(1);
  const auto text = run_pdf_program(test::looping_pdf(12), limits);
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ErrorCode::kTooLarge);
  EXPECT_THAT(text.error().message, HasSubstr("took more than 1 s"));
  EXPECT_LT(Clock::now() - begin, std::chrono::seconds(5));
}

TEST_F(Pdf, APageTreeThatHoldsItselfIsHarmless) {
  PdfMaker pdf;
  pdf.add_page(column(72, {"The ferry sailed."}));
  std::string bytes = pdf.finish();
  const std::size_t kids = bytes.find("/Kids [4 0 R");
  ASSERT_NE(kids, std::string::npos);
  bytes.replace(kids, 12, "/Kids [2 0 R");
  const auto begin = Clock::now();
  const ReadOutcome outcome = read_any("a.pdf", bytes);
  EXPECT_FALSE(outcome.result.has_value() && !outcome.pages.empty());
  EXPECT_LT(Clock::now() - begin, std::chrono::seconds(35));
}

#ifndef __SANITIZE_ADDRESS__  // which cannot live with so little
TEST_F(Pdf, MoreMemoryThanAllowedEndsIt) {
  PdfMaker pdf;
  pdf.add_page(column(72, {"The ferry sailed."}));
  PdfLimits limits;
  limits.memory = std::size_t{8} << 20U;
  const auto text = run_pdf_program(pdf.finish(), limits);
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ErrorCode::kUnreadable);
}
#endif

TEST_F(Pdf, MoreTextThanAllowedEndsIt) {
  PdfMaker pdf;
  for (int page = 0; page < 50; ++page) {
    pdf.add_page(column(72, std::vector<std::string>(40, std::string(80, 'x'))));
  }
  PdfLimits limits;
  limits.max_answer = 10000;
  const auto text = run_pdf_program(pdf.finish(), limits);
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ErrorCode::kTooLarge);
}

TEST_F(Pdf, WhatIsNoneOrHasNoTextFails) {
  const ReadOutcome none = read_any("a.pdf", "%PDF-1.4\nnothing else\n");
  ASSERT_FALSE(none.result);
  EXPECT_EQ(none.result.error().code, ErrorCode::kUnreadable);
  EXPECT_THAT(none.result.error().message, HasSubstr("a.pdf: no PDF, or a damaged one"));
  PdfMaker pdf;
  pdf.add_page("0 0 m 100 100 l S", "<< >>");
  const ReadOutcome picture = read_any("a.pdf", pdf.finish());
  ASSERT_FALSE(picture.result);
  EXPECT_THAT(picture.result.error().message, HasSubstr("no text in it"));
}

TEST_F(Pdf, WithoutTheProgramItSaysSo) {
  setenv("LEDE_PDF_TEXT", "/nowhere/lede-pdf-text", 1);
  const ReadOutcome outcome = read_any("a.pdf", "%PDF-1.4\n");
  ASSERT_FALSE(outcome.result);
  EXPECT_THAT(outcome.result.error().message, HasSubstr("/nowhere/lede-pdf-text"));
}

TEST(FlowText, PutsHyphenatedWordsTogether) {
  EXPECT_EQ(
      flow_text({"The harbour-\nmaster of Port Cal-\nder saw a K-\n22 and long-range\nships."}),
      "The harbourmaster of Port Calder saw a K-22 and long-range ships.");
  EXPECT_EQ(flow_text({"soft hy\xC2\xAD\nphen"}), "soft hyphen");
}

TEST(FlowText, ShortLinesEndParagraphs) {
  EXPECT_EQ(flow_text({"A headline\n\nThe first paragraph is as wide as the column is,\nthen it "
                       "ends.\nThe second paragraph begins on the next line and\ngoes on."}),
            "A headline\n\nThe first paragraph is as wide as the column is, then it ends.\n\n"
            "The second paragraph begins on the next line and goes on.");
}

TEST(FlowText, LeavesOutRunningHeadsAndPageNumbers) {
  std::vector<std::string> pages;
  for (int page = 1; page <= 4; ++page) {
    pages.push_back("Harbour Tribune " + std::to_string(page) + "\n\nStory of page " +
                    std::string(static_cast<std::size_t>(page), 'x') + ".\n\n" +
                    std::to_string(page));
  }
  const std::string text = flow_text(pages);
  EXPECT_THAT(text, Not(HasSubstr("Tribune")));
  EXPECT_EQ(text,
            "Story of page x.\n\nStory of page xx.\n\nStory of page xxx.\n\nStory of page xxxx.");
}

TEST(FlowText, AParagraphGoesOnOverThePage) {
  EXPECT_EQ(flow_text({"It sailed at six and nobody on the", "quay waved to it."}),
            "It sailed at six and nobody on the quay waved to it.");
  EXPECT_EQ(flow_text({"It sailed.", "Then it came back."}), "It sailed.\n\nThen it came back.");
  EXPECT_EQ(flow_text({}), "");
}

}  // namespace
}  // namespace lede
