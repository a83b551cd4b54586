// Links hold nothing but plain letters.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/file_url.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lede {
namespace {

std::string every_byte() {
  std::string bytes;
  for (int i = 0; i < 256; ++i) {
    bytes += static_cast<char>(i);
  }
  return bytes;
}

bool is_graphic(char c) { return c > 0x20 && c < 0x7F; }

TEST(FileUrl, EncodesWhatIsNotPlain) {
  EXPECT_EQ(file_url("desk", "/a b/50%/ñ#?.txt"), "file://desk/a%20b/50%25/%C3%B1%23%3F.txt");
}

TEST(FileUrl, HoldsNoByteThatATerminalMightObey) {
  for (const std::string& url : {file_url(every_byte(), "/" + every_byte()),
                                 web_url("https://example.org/" + every_byte())}) {
    EXPECT_TRUE(std::all_of(url.begin(), url.end(), is_graphic)) << url;
  }
}

TEST(WebUrl, IsOnlyGivenForTheWeb) {
  EXPECT_EQ(web_url("https://example.org/a?b=c%20d"), "https://example.org/a?b=c%20d");
  EXPECT_EQ(web_url("HTTP://example.org"), "HTTP://example.org");
  EXPECT_EQ(web_url("javascript:alert(1)"), "");
  EXPECT_EQ(web_url("file:///etc/passwd"), "");
  EXPECT_EQ(web_url("http://"), "");
  EXPECT_EQ(web_url(""), "");
}

}  // namespace
}  // namespace lede
