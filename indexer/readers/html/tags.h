// The tags of a page as they stand in its bytes, before it is parsed.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lede {

enum class TagKind : std::uint8_t {
  kOther,       // <span>, <custom-element>: its end tag closes up to the next block
  kVoid,        // has no content
  kImplied,     // <p>, <li>: closed by the next one, so that it does not nest by itself
  kBlock,       // its end tag closes all inside it
  kBarrier,     // a block whose inside cannot close what is outside
  kTable,       // parts of a table: they close each other
  kFormatting,  // reopened in the next block when left open
  kRawText,     // up to its end tag nothing is markup
  kForeign,     // <svg>, <math>: other rules hold inside
};

struct Tag {
  std::string name;
  TagKind kind = TagKind::kOther;
  std::size_t end = 0;  // behind its ">"
  std::size_t attributes = 0;
  bool closing = false;
};

// Reads the tag whose "<" is at `start`; false where there is none.
[[nodiscard]] bool read_tag(std::string_view html, std::size_t start, Tag& tag);

// Where the comment, declaration or processing instruction that starts at `at` ends.
[[nodiscard]] std::size_t skip_declaration(std::string_view html, std::size_t at);

// Where the end tag of a raw text element stands, or the end of the page.
[[nodiscard]] std::size_t skip_raw_text(std::string_view html, std::size_t at,
                                        std::string_view name);

}  // namespace lede
