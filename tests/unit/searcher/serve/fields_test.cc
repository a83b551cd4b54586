// What is read from and written to header fields, keys and XML.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/serve/coding.h"
#include "searcher/serve/entity_tag.h"
#include "searcher/serve/host_check.h"
#include "searcher/serve/request_id.h"
#include "searcher/serve/xml_text.h"

namespace lede::serve {
namespace {

TEST(Coding, GzipIsForThoseWhoAcceptIt) {
  for (const char* yes : {"gzip", "GZIP", "br, gzip", "gzip;q=0.5", "*", "*;q=0.1", "gzip ; q=1"}) {
    EXPECT_TRUE(accepts_gzip(yes)) << yes;
  }
  for (const char* no : {"", "br", "gzip;q=0", "gzip;q=0.000, *", "*;q=0", "gzipped", "identity"}) {
    EXPECT_FALSE(accepts_gzip(no)) << no;
  }
}

TEST(Coding, CompressesWhatIsLong) {
  EXPECT_FALSE(is_gzip(smaller(std::string(100, 'a'))));
  const std::string packed = smaller(std::string(100'000, 'a'));
  EXPECT_TRUE(is_gzip(packed));
  EXPECT_LT(packed.size(), 2000U);
}

TEST(EntityTag, IsAnotherForAnotherQuestionOrIndex) {
  const std::string tag = entity_tag("q", "i");
  EXPECT_EQ(tag, entity_tag("q", "i"));
  EXPECT_NE(tag, entity_tag("q2", "i"));
  EXPECT_NE(tag, entity_tag("q", "i2"));
  EXPECT_NE(entity_tag("ab", "c"), entity_tag("a", "bc"));
}

TEST(EntityTag, IsFoundInAList) {
  const std::string tag = entity_tag("q", "i");
  EXPECT_TRUE(names_tag(tag, tag));
  EXPECT_TRUE(names_tag("\"other\", " + tag, tag));
  EXPECT_TRUE(names_tag(tag.substr(2), tag));  // a proxy may have made it strong
  EXPECT_TRUE(names_tag("*", tag));
  EXPECT_FALSE(names_tag("", tag));
  EXPECT_FALSE(names_tag("W/\"other\"", tag));
}

TEST(HostCheck, KnowsItsNames) {
  const std::vector<std::string> named{"search.example"};
  for (const char* own : {"localhost", "localhost:1", "127.0.0.1", "127.0.0.1:7700", "[::1]",
                          "[::1]:7700", "search.example", "Search.Example:443"}) {
    EXPECT_TRUE(is_own_host(own, named)) << own;
  }
  for (const char* strange : {"evil.example", "search.example.evil", "127.0.0.1.evil:80", "[::1",
                              "", ":80", "1.2.3", "xlocalhost"}) {
    EXPECT_FALSE(is_own_host(strange, named)) << strange;
  }
}

TEST(RequestId, IsTheClientsWhereItIsPlain) {
  EXPECT_EQ(request_id("abc-DEF_1.2"), "abc-DEF_1.2");
  for (const std::string& strange : {std::string("a b"), std::string("a\r\nX: y"), std::string("é"),
                                     std::string(65, 'a'), std::string()}) {
    EXPECT_NE(request_id(strange), strange);
  }
  EXPECT_NE(request_id(""), request_id(""));
}

TEST(XmlText, HasNoCharacterThatXmlHasNoWayToWrite) {
  EXPECT_EQ(xml_text("a\tb\nc é 港 😀"), "a\tb\nc é 港 😀");
  EXPECT_EQ(xml_text(std::string_view("a\0b", 3)), "a\uFFFDb");
  EXPECT_EQ(xml_text("\x1b[31m"), "\uFFFD[31m");
  EXPECT_EQ(xml_text("\uFFFE\uFFFF"), "\uFFFD\uFFFD");
  EXPECT_EQ(xml_text("\xff"), "\uFFFD");
}

}  // namespace
}  // namespace lede::serve
