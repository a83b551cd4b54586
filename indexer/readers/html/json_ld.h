// What a page says of its article in JSON-LD (schema.org).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lede {

// As printed in the page; empty where it does not say.
struct JsonLdArticle {
  std::string title;
  std::string author;  // several are separated by "; "
  std::string publisher;
  std::string date;
  std::string modified;
  std::string section;
  std::string language;
  std::string url;
  std::string body;
};

// Adds to `article` what `script`, the text of one JSON-LD element, says of an article; what it has
// already stays. Text that is not JSON adds nothing.
void read_json_ld(std::string_view script, JsonLdArticle& article);

}  // namespace lede
