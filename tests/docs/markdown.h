// As much of Markdown as the tests of the documentation need.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace lede::test {

// Every .md file of the repository but those below build/, relative to its root.
[[nodiscard]] std::vector<std::filesystem::path> documents();

// The repository's root.
[[nodiscard]] std::filesystem::path source_root();

[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

// Without fenced code blocks.
[[nodiscard]] std::string prose_of(std::string_view markdown);

// The contents of fenced code blocks with that info string ("console").
[[nodiscard]] std::vector<std::string> code_blocks(std::string_view markdown,
                                                   std::string_view info);

// Where links outside code lead: "docs/cli.md#exit-codes".
[[nodiscard]] std::vector<std::string> link_targets(std::string_view markdown);

// What stands between single backticks outside code blocks.
[[nodiscard]] std::vector<std::string> code_spans(std::string_view markdown);

// The anchors of headings, as forges make them: "## Exit codes" is "exit-codes".
[[nodiscard]] std::vector<std::string> anchors(std::string_view markdown);

// A heading's line without its marks and backticks, and the text below up to the next heading.
struct Section {
  std::string heading;
  std::string body;
};
[[nodiscard]] std::vector<Section> sections(std::string_view markdown);

}  // namespace lede::test
