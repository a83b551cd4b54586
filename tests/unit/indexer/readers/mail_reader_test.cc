// E-mail: headers as fields, text without its wrapping, attachments as the files they are.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/packing.h"
#include "tests/unit/indexer/readers/read_all.h"

namespace lede {
namespace {

using test::read_any;
using test::ReadOutcome;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kHeaders =
    "From: =?utf-8?q?Ann_L=C3=A9e?= <ann@example.org>, bo@example.org\r\n"
    "To: desk@example.org\r\n"
    "Subject: =?windows-1251?B?z+Dw7uw=?= sails =?utf-8?q?at?=\r\n =?utf-8?q?_six?=\r\n"
    "Date: Thu, 12 Sep 2024 08:30:00 +0200\r\n"
    "Message-ID: <17@example.org>\r\n"
    "Archived-At: <https://lists.example.org/17>\r\n"
    "MIME-Version: 1.0\r\n";

TEST(Mail, HeadersAreFields) {
  const ReadOutcome outcome =
      read_any("a.eml", kHeaders +
                            "Content-Type: text/plain; charset=koi8-r\r\n"
                            "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                            "=F0=C1=D2=CF=CD ships=\r\n at six.\r\n");
  ASSERT_TRUE(outcome.result) << outcome.result.error().message;
  ASSERT_THAT(outcome.pages, SizeIs(1));
  const Article& article = outcome.pages[0].declared;
  EXPECT_EQ(article.title, "Паром sails at six");
  EXPECT_EQ(article.author, "Ann Lée; bo@example.org");
  EXPECT_EQ(article.id, "mid:17@example.org");
  EXPECT_EQ(article.url, "https://lists.example.org/17");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->instant, 1726122600);
  EXPECT_EQ(article.published->from, "mail");
  EXPECT_EQ(outcome.pages[0].text, "Паром ships at six.");
}

TEST(Mail, OfAlternativesThePlainTextIsTaken) {
  const ReadOutcome outcome = read_any(
      "a.eml", kHeaders +
                   "Content-Type: multipart/alternative; boundary=b\r\n\r\n"
                   "--b\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n"
                   "It sailed \r\nat six.\r\nNobody waved.\r\n"
                   "--b\r\nContent-Type: text/html\r\n\r\n<p>It sailed at six.</p>\r\n--b--\r\n");
  ASSERT_THAT(outcome.pages, SizeIs(1));
  EXPECT_EQ(outcome.pages[0].text, "It sailed at six.\nNobody waved.");
}

TEST(Mail, APageAloneIsReadAsAPage) {
  const ReadOutcome outcome = read_any(
      "a.eml",
      kHeaders +
          "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
          "PHA+SXQgc2FpbGVkIGF0IHNpeC48L3A+PHNjcmlwdD54PC9zY3JpcHQ+\r\n");
  ASSERT_THAT(outcome.pages, SizeIs(1));
  EXPECT_EQ(outcome.pages[0].text, "It sailed at six.");
}

TEST(Mail, AttachmentsAreReadAsTheFilesTheyAre) {
  const ReadOutcome outcome = read_any(
      "a.eml",
      kHeaders +
          "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
          "--b\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n"
          "--b\r\nContent-Type: application/octet-stream\r\n"
          "Content-Disposition: attachment; filename=\"story.md\"\r\n\r\n"
          "# Attached\r\n\r\nA text.\r\n"
          "--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=p.png\r\n"
          "Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgoAAAANSUhEUgAAAAEAAAAB\r\n"
          "--b\r\nContent-Type: message/rfc822\r\n\r\n"
          "From: cy@example.org\r\nSubject: Within\r\nDate: Thu, 12 Sep 2024 08:30:00 +0200"
          "\r\n\r\nForwarded.\r\n--b--\r\n");
  ASSERT_TRUE(outcome.result);
  ASSERT_THAT(outcome.pages, SizeIs(3));
  EXPECT_EQ(outcome.pages[0].text, "See below.");
  EXPECT_EQ(outcome.pages[1].record, "1/story.md");
  EXPECT_EQ(outcome.pages[1].declared.title, "Attached");
  EXPECT_EQ(outcome.pages[2].record, "3/message.eml");
  EXPECT_EQ(outcome.pages[2].declared.title, "Within");
  ASSERT_THAT(outcome.failures, SizeIs(1));
  EXPECT_EQ(outcome.failures[0].first, "2/p.png");
  EXPECT_EQ(outcome.failures[0].second.code, ErrorCode::kNoReader);
}

TEST(Mail, MessagesInMessagesAreBounded) {
  std::string message = "From: a@example.org\r\nSubject: core\r\nDate: x\r\n\r\ncore\r\n";
  for (int depth = 0; depth < 20; ++depth) {
    message = "From: a@example.org\r\nSubject: " + std::to_string(depth) +
              "\r\nDate: x\r\nContent-Type: message/rfc822\r\n\r\n" + message;
  }
  const ReadOutcome outcome = read_any("a.eml", message);
  EXPECT_TRUE(outcome.result);
  EXPECT_THAT(outcome.pages, SizeIs(4));
  ASSERT_THAT(outcome.failures, SizeIs(1));
  EXPECT_THAT(outcome.failures[0].second.message, HasSubstr("nested more than 3 deep"));
}

TEST(Mail, WithoutTextOrSubjectFails) {
  const ReadOutcome outcome = read_any("a.eml", "From: a@example.org\r\n\r\n");
  ASSERT_FALSE(outcome.result);
  EXPECT_EQ(outcome.result.error().code, ErrorCode::kUnreadable);
}

TEST(Mail, IsToldFromOtherText) {
  EXPECT_THAT(
      read_any("51126", "From: a@example.org\nSubject: Ferry\nDate: x\n\nIt sailed.\n").pages,
      SizeIs(1));
  const ReadOutcome text = read_any("a.txt", "Subject: a talk\n\nFrom: here on it is text.\n");
  ASSERT_THAT(text.pages, SizeIs(1));
  EXPECT_TRUE(text.pages[0].scraped);
}

TEST(Mbox, EachMessageIsARecord) {
  const ReadOutcome outcome = read_any(
      "archive",
      "From ann@example.org Thu Sep 12 08:30:00 2024\n"
      "From: ann@example.org\nSubject: One\nDate: Thu, 12 Sep 2024 08:30:00 +0200\n\n"
      ">From here it sailed.\nFrom the quay too.\n\n"
      "From bo@example.org Thu Sep 12 08:31:00 2024\n"
      "From: bo@example.org\nSubject: Two\nDate: Thu, 12 Sep 2024 08:31:00 +0200\n\nText.\n");
  ASSERT_TRUE(outcome.result) << outcome.result.error().message;
  ASSERT_THAT(outcome.pages, SizeIs(2));
  EXPECT_EQ(outcome.pages[0].record, "1");
  EXPECT_EQ(outcome.pages[0].text, "From here it sailed.\nFrom the quay too.");
  EXPECT_EQ(outcome.pages[1].record, "2");
  EXPECT_EQ(outcome.pages[1].declared.title, "Two");
}

TEST(Mbox, AMessageOverTheLimitFailsAlone) {
  std::string box;
  for (const std::size_t size : {10U, 5000U, 10U}) {
    box += "From x Thu Sep 12 08:30:00 2024\nFrom: a@example.org\nSubject: s\nDate: x\n\n";
    for (std::size_t i = 0; i < size / 10; ++i) {
      box += "ten bytes\n";
    }
    box += "\n";
  }
  InputLimits limits;
  limits.max_file_bytes = 1000;
  const ReadOutcome outcome = read_any("a.mbox", box, limits);
  EXPECT_THAT(outcome.pages, SizeIs(2));
  ASSERT_THAT(outcome.failures, SizeIs(1));
  EXPECT_EQ(outcome.failures[0].first, "2");
  EXPECT_EQ(outcome.failures[0].second.code, ErrorCode::kTooLarge);
}

TEST(Mbox, AnEmptyOneHasNoRecords) {
  const ReadOutcome outcome = read_any("a.mbox", "\n\n");
  EXPECT_TRUE(outcome.result);
  EXPECT_THAT(outcome.pages, IsEmpty());
}

}  // namespace
}  // namespace lede
