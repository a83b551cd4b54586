// Charsets: by mark, NUL pattern, declaration, validity and detection.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/charset.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <string>
#include <string_view>
#include <vector>

namespace lede {
namespace {

// `utf8` written in `charset`.
std::string encoded(std::string_view utf8, const char* charset) {
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  UErrorCode status = U_ZERO_ERROR;
  std::string bytes(text.extract(nullptr, 0, nullptr, status) == 0
                        ? 16
                        : static_cast<std::size_t>(text.length()) * 8 + 16,
                    '\0');
  status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset, &status);
  EXPECT_TRUE(U_SUCCESS(status)) << charset;
  const int32_t length =
      text.extract(bytes.data(), static_cast<int32_t>(bytes.size()), converter, status);
  EXPECT_TRUE(U_SUCCESS(status)) << charset;
  ucnv_close(converter);
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

const std::string kGerman =
    "Der Fährverkehr über die Meerenge ruht. Die Behörden prüfen, wann größere Schiffe fahren "
    "dürfen; für Fußgänger bleibt die Brücke geöffnet.\n";
const std::string kRussian =
    "Паромное сообщение через пролив приостановлено. Власти решают, когда большие суда снова "
    "смогут выйти в море; мост для пешеходов открыт.\n";
const std::string kJapanese =
    "海峡を渡るフェリーは運休しています。当局は大型船がいつ出航できるかを検討しています。橋は歩行者"
    "に開放されています。\n";
const std::string kChinese =
    "海峡渡轮已经停航。当局正在研究大型船只何时可以出航，步行桥仍然对行人开放。居民希望尽快恢复交通"
    "。\n";
const std::string kKorean =
    "해협을 건너는 여객선 운항이 중단되었습니다. 당국은 대형 선박이 언제 출항할 수 있는지 검토하고 "
    "있습니다.\n";
const std::string kPolish =
    "Żegluga promowa przez cieśninę została wstrzymana. Władze rozważają, kiedy większe statki "
    "będą mogły wypłynąć; kładka dla pieszych pozostaje otwarta.\n";

struct Declared {
  const std::string* text;
  const char* charset;  // to write it in
  const char* label;    // declared
};

TEST(Charset, ReadsEachDeclaredEncoding) {
  const std::vector<Declared> cases = {
      {&kGerman, "windows-1252", "windows-1252"},
      {&kGerman, "windows-1252", "ISO-8859-1"},
      {&kGerman, "windows-1252", " latin1 "},
      {&kGerman, "iso-8859-15", "iso-8859-15"},
      {&kRussian, "windows-1251", "windows-1251"},
      {&kRussian, "koi8-r", "KOI8-R"},
      {&kRussian, "iso-8859-5", "iso-8859-5"},
      {&kRussian, "ibm866", "ibm866"},
      {&kPolish, "windows-1250", "windows-1250"},
      {&kPolish, "iso-8859-2", "iso-8859-2"},
      {&kJapanese, "windows-31j", "Shift_JIS"},
      {&kJapanese, "euc-jp", "EUC-JP"},
      {&kJapanese, "iso-2022-jp", "iso-2022-jp"},
      {&kChinese, "gb18030", "gb2312"},
      {&kChinese, "gb18030", "GBK"},
      {&kKorean, "windows-949", "euc-kr"},
  };
  for (const Declared& c : cases) {
    const DecodedText decoded = to_utf8(encoded(*c.text, c.charset), c.label);
    EXPECT_EQ(decoded.text, *c.text) << c.label;
    EXPECT_EQ(decoded.invalid_bytes, 0U) << c.label;
  }
}

TEST(Charset, DetectsUndeclaredEncodings) {
  struct Case {
    const std::string* text;
    const char* charset;
  };
  const std::vector<Case> cases = {
      {&kGerman, "windows-1252"}, {&kRussian, "windows-1251"}, {&kRussian, "koi8-r"},
      {&kPolish, "windows-1250"}, {&kPolish, "iso-8859-2"},    {&kJapanese, "windows-31j"},
      {&kJapanese, "euc-jp"},     {&kJapanese, "iso-2022-jp"}, {&kChinese, "gb18030"},
      {&kKorean, "euc-kr"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(to_utf8(encoded(*c.text, c.charset)).text, *c.text) << c.charset;
  }
}

TEST(Charset, HeedsByteOrderMarks) {
  const std::vector<std::pair<const char*, std::string>> cases = {
      {"UTF-8", "\xEF\xBB\xBF"},
      {"UTF-16LE", "\xFF\xFE"},
      {"UTF-16BE", "\xFE\xFF"},
      {"UTF-32LE", std::string("\xFF\xFE\0\0", 4)},
      {"UTF-32BE", std::string("\0\0\xFE\xFF", 4)},
  };
  for (const auto& [charset, mark] : cases) {
    for (const std::string* text : {&kGerman, &kRussian, &kJapanese}) {
      const DecodedText decoded = to_utf8(mark + encoded(*text, charset), "windows-1252");
      EXPECT_EQ(decoded.text, *text) << charset;
      EXPECT_EQ(decoded.charset, charset);
    }
  }
}

TEST(Charset, KnowsWideTextWithoutMark) {
  for (const char* charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
    for (const std::string* text : {&kGerman, &kRussian}) {
      const DecodedText decoded = to_utf8(encoded(*text, charset));
      EXPECT_EQ(decoded.text, *text) << charset;
      EXPECT_EQ(decoded.charset, charset);
    }
  }
}

TEST(Charset, ValidUtf8WinsOverASingleByteDeclaration) {
  EXPECT_EQ(to_utf8(kRussian, "windows-1251").text, kRussian);
  EXPECT_EQ(to_utf8(kGerman, "iso-8859-1").text, kGerman);
}

TEST(Charset, AFewBrokenBytesLeaveUtf8ItsCharset) {
  const DecodedText decoded = to_utf8(kRussian + "\xFF" + kRussian + "\xC0\x80");
  EXPECT_EQ(decoded.charset, "UTF-8");
  EXPECT_EQ(decoded.text.substr(0, kRussian.size()), kRussian);
  EXPECT_EQ(decoded.invalid_bytes, 3U);
}

TEST(Charset, AFalseUtf8DeclarationIsDetectedAround) {
  EXPECT_EQ(to_utf8(encoded(kRussian, "windows-1251"), "utf-8").text, kRussian);
}

TEST(Charset, AnUnknownLabelIsIgnored) {
  EXPECT_EQ(to_utf8(encoded(kRussian, "windows-1251"), "no-such-charset").text, kRussian);
  EXPECT_EQ(to_utf8(encoded(kGerman, "windows-1252"), "ebcdic-cp-us").text, kGerman);
}

TEST(Charset, NulsBecomeBlanksAndLineEndsNewlines) {
  const DecodedText decoded = to_utf8(std::string("a\0b\r\nc\rd\n\0", 10));
  EXPECT_EQ(decoded.text, "a b\nc\nd\n ");
  EXPECT_EQ(decoded.invalid_bytes, 2U);
}

TEST(Charset, InvalidBytesOfALegacyCharsetAreCounted) {
  const DecodedText decoded = to_utf8("plain \x81\x20 and \xFF\xFF", "euc-jp");
  EXPECT_EQ(decoded.charset, "euc-jp");
  EXPECT_GT(decoded.invalid_bytes, 0U);
  EXPECT_NE(decoded.text.find("\uFFFD"), std::string::npos);
}

TEST(Charset, EmptyAndBinaryFilesAreRefusedByName) {
  for (const std::string& bytes : {std::string(), std::string(" \n\t \r\n"),
                                   std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\2\3\4\5\6", 24),
                                   std::string(5000, '\x01')}) {
    const Result<DecodedText> decoded = decode_file(bytes, {}, "a.txt");
    ASSERT_FALSE(decoded);
    EXPECT_EQ(decoded.error().code, ErrorCode::kUnreadable);
    EXPECT_EQ(decoded.error().message.substr(0, 7), "a.txt: ");
  }
}

}  // namespace
}  // namespace lede
