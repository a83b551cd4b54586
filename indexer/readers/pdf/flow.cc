// From the lines of printed pages to the paragraphs they were set from.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/pdf/flow.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "common/text/utf8.h"
#include "indexer/readers/ascii.h"

namespace lede {
namespace {

using Lines = std::vector<std::string>;  // of a page; blank ones separate blocks

constexpr std::size_t kEdgeLines = 2;  // at the top and bottom of a page that may be furniture
constexpr std::size_t kRepeats = 3;    // pages that say the same there
constexpr std::string_view kSoftHyphen = "\xC2\xAD";

Lines lines_of(std::string_view page) {
  Lines lines;
  while (!page.empty()) {
    const std::size_t end = std::min(page.find('\n'), page.size());
    std::string line(trimmed(page.substr(0, end)));
    if (!line.empty() || (!lines.empty() && !lines.back().empty())) {
      lines.push_back(std::move(line));
    }
    page.remove_prefix(std::min(end + 1, page.size()));
  }
  while (!lines.empty() && lines.back().empty()) {
    lines.pop_back();
  }
  return lines;
}

// A line without its numbers: "12 The Wendle Courier" and "13 The Wendle Courier" are one head.
std::string without_numbers(std::string_view line) {
  std::string kept;
  std::copy_if(line.begin(), line.end(), std::back_inserter(kept),
               [](char c) { return !is_ascii_digit(c); });
  return std::string(trimmed(kept));
}

// The places of the first and last lines of a page.
std::vector<std::size_t> edges_of(const Lines& lines) {
  std::vector<std::size_t> edges;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < lines.size() && seen < kEdgeLines; ++i) {
    if (!lines[i].empty()) {
      edges.push_back(i);
      ++seen;
    }
  }
  seen = 0;
  for (std::size_t i = lines.size(); i-- > 0 && seen < kEdgeLines;) {
    if (!lines[i].empty()) {
      edges.push_back(i);
      ++seen;
    }
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

void drop_running_heads(std::vector<Lines>& pages) {
  std::map<std::string, std::size_t> times;
  for (const Lines& lines : pages) {
    for (const std::size_t edge : edges_of(lines)) {
      ++times[without_numbers(lines[edge])];
    }
  }
  for (Lines& lines : pages) {
    const std::vector<std::size_t> edges = edges_of(lines);
    for (auto edge = edges.rbegin(); edge != edges.rend(); ++edge) {
      const std::string line = without_numbers(lines[*edge]);
      if (times[line] >= kRepeats || (line.empty() && lines.size() > 1)) {
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(*edge));
      }
    }
  }
}

bool begins_small(std::string_view text) {
  return !text.empty() && u_islower(static_cast<UChar32>(decode(text, 0).value)) != 0;
}

bool ends_small(std::string_view text) {
  return !text.empty() && u_islower(static_cast<UChar32>(decode_before(text, text.size()))) != 0;
}

// Appends `line` to the paragraph it goes on from.
void join(std::string& paragraph, std::string_view line) {
  if (paragraph.ends_with(kSoftHyphen)) {
    paragraph.erase(paragraph.size() - kSoftHyphen.size());
  } else if (paragraph.ends_with('-') && paragraph.size() > 1) {
    const std::string_view word = std::string_view(paragraph).substr(0, paragraph.size() - 1);
    if (ends_small(word) && begins_small(line)) {
      paragraph.pop_back();
    }
  } else {
    paragraph += ' ';
  }
  paragraph += line;
}

bool ends_sentence(std::string_view line) {
  static constexpr std::array<std::string_view, 9> kEnds = {
      ".", "!", "?", ":", "\"", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB", "\xE3\x80\x82"};
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return line.ends_with(end); });
}

// The lines of a block are as long as its column is wide, but for the last of each paragraph.
class BlockFlow {
 public:
  explicit BlockFlow(std::vector<std::string>& paragraphs) : paragraphs_(paragraphs) {}

  void add(const Lines& block) {
    std::size_t width = 0;
    for (const std::string& line : block) {
      width = std::max(width, line.size());
    }
    bool full = false;  // the line before filled the column
    for (const std::string& line : block) {
      if (goes_on_from_last(line) || (full && !paragraphs_.empty())) {
        join(paragraphs_.back(), line);
      } else {
        paragraphs_.push_back(line);
      }
      full = line.size() * 4 >= width * 3 || line.ends_with('-');
    }
  }

 private:
  // The sentence has not ended, and a small letter follows: on this page or the next.
  [[nodiscard]] bool goes_on_from_last(std::string_view line) const {
    return !paragraphs_.empty() && !ends_sentence(paragraphs_.back()) && begins_small(line);
  }

  std::vector<std::string>& paragraphs_;
};

}  // namespace

std::string flow_text(const std::vector<std::string>& pages) {
  std::vector<Lines> all;
  all.reserve(pages.size());
  for (const std::string& page : pages) {
    all.push_back(lines_of(page));
  }
  drop_running_heads(all);
  std::vector<std::string> paragraphs;
  BlockFlow flow(paragraphs);
  for (const Lines& lines : all) {
    Lines block;
    for (std::size_t i = 0; i <= lines.size(); ++i) {
      if (i < lines.size() && !lines[i].empty()) {
        block.push_back(lines[i]);
      } else if (!block.empty()) {
        flow.add(block);
        block.clear();
      }
    }
  }
  std::string text;
  for (const std::string& paragraph : paragraphs) {
    text += text.empty() ? "" : "\n\n";
    text += paragraph;
  }
  return text;
}

}  // namespace lede
