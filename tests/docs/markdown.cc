// Line by line; good enough for pages that we write ourselves.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docs/markdown.h"

#include <algorithm>
#include <regex>

namespace lede::test {
namespace {

bool is_fence(std::string_view line) { return line.substr(0, 3) == "```"; }

std::vector<std::string> matches_of(const std::string& text, const std::regex& pattern) {
  std::vector<std::string> found;
  for (auto match = std::sregex_iterator(text.begin(), text.end(), pattern);
       match != std::sregex_iterator(); ++match) {
    found.push_back((*match)[1].str());
  }
  return found;
}

std::string without(std::string text, char unwanted) {
  text.erase(std::remove(text.begin(), text.end(), unwanted), text.end());
  return text;
}

}  // namespace

std::filesystem::path source_root() { return LEDE_SOURCE_DIR; }

std::vector<std::filesystem::path> documents() {
  std::vector<std::filesystem::path> found;
  for (auto entry = std::filesystem::recursive_directory_iterator(source_root());
       entry != std::filesystem::recursive_directory_iterator(); ++entry) {
    const std::string name = entry->path().filename().string();
    if (entry->is_directory() && (name == "build" || name[0] == '.')) {
      entry.disable_recursion_pending();
    }
    const auto relative = entry->path().lexically_relative(source_root());
    // Markdown in the corpus is sample articles, all but its own page.
    const bool sample = *relative.begin() == "corpus" && relative != "corpus/README.md";
    const bool seed = relative.string().rfind("tests/fuzz/seeds", 0) == 0;
    if (entry->is_regular_file() && entry->path().extension() == ".md" && !sample && !seed) {
      found.push_back(relative);
    }
  }
  return found;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string prose_of(std::string_view markdown) {
  std::string prose;
  bool in_code = false;
  for (const auto& line : lines_of(markdown)) {
    if (is_fence(line)) {
      in_code = !in_code;
    } else if (!in_code) {
      prose += line + '\n';
    }
  }
  return prose;
}

std::vector<std::string> code_blocks(std::string_view markdown, std::string_view info) {
  std::vector<std::string> blocks;
  bool in_code = false;
  bool wanted = false;
  for (const auto& line : lines_of(markdown)) {
    if (is_fence(line)) {
      in_code = !in_code;
      wanted = in_code && line.substr(3) == info;
      if (wanted) {
        blocks.emplace_back();
      }
    } else if (wanted) {
      blocks.back() += line + '\n';
    }
  }
  return blocks;
}

std::vector<std::string> link_targets(std::string_view markdown) {
  static const std::regex kCodeSpan("`[^`\n]*`");
  static const std::regex kLink(R"(\]\(([^)\s]+)\))");
  return matches_of(std::regex_replace(prose_of(markdown), kCodeSpan, ""), kLink);
}

std::vector<std::string> code_spans(std::string_view markdown) {
  static const std::regex kCodeSpan("`([^`\n]+)`");
  return matches_of(prose_of(markdown), kCodeSpan);
}

std::vector<Section> sections(std::string_view markdown) {
  std::vector<Section> found;
  bool in_code = false;
  for (const auto& line : lines_of(markdown)) {
    in_code = in_code != is_fence(line);
    const std::size_t marks = line.find_first_not_of('#');
    if (!in_code && marks != 0 && marks != std::string::npos && line[marks] == ' ') {
      found.push_back({without(line.substr(marks + 1), '`'), {}});
    } else if (!found.empty()) {
      found.back().body += line + '\n';
    }
  }
  return found;
}

std::vector<std::string> anchors(std::string_view markdown) {
  std::vector<std::string> found;
  for (const auto& section : sections(markdown)) {
    std::string anchor;
    for (const char c : section.heading) {
      const auto byte = static_cast<unsigned char>(c);
      if (std::isalnum(byte) != 0 || c == '-' || c == '_' || byte >= 0x80) {
        anchor += static_cast<char>(std::tolower(byte));
      } else if (c == ' ') {
        anchor += '-';
      }
    }
    found.push_back(anchor);
  }
  return found;
}

}  // namespace lede::test
