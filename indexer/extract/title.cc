// The headline of a scraped page.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/title.h"

#include <algorithm>

#include "indexer/extract/byline.h"
#include "indexer/extract/dateline.h"
#include "indexer/extract/dates.h"
#include "indexer/extract/furniture.h"
#include "indexer/extract/furniture_phrases.h"

namespace lede {
namespace {

constexpr std::size_t kHeadLines = 40;
constexpr std::size_t kLongestTitle = 4000;
constexpr std::size_t kSectionWords = 3;

std::size_t head_end(const Lines& lines) { return std::min(lines.first_prose(), kHeadLines); }

bool is_bulleted(std::string_view line) {
  return line.starts_with("\u2022") || line.starts_with("- ") || line.starts_with("* ");
}

// What stands below a picture: who took it.
bool is_picture_credit(std::string_view line) {
  const std::string folded = folded_line(line);
  for (const std::string_view word : {"photo:", "(photo", "photo by", "photograph:", "credit:",
                                      "image:", "getty images", "file photo", "foto:"}) {
    if (folded.find(word) != std::string::npos) {
      return true;
    }
  }
  return false;
}

// Letters, quotations of letters and rules drawn with signs.
bool is_mail_line(std::string_view line) {
  static constexpr std::string_view kSigns = ">-=*(|:#";
  return kSigns.find(line.front()) != std::string_view::npos || line.back() == ':' ||
         line.find('@') != std::string_view::npos;
}

// Whether a line could be a headline: not what is known to be something else.
bool is_candidate(const Line& line) {
  return line.text.size() <= kLongestTitle && !is_bulleted(line.text) && !is_mail_line(line.text) &&
         !is_byline(line.text) && !is_date_line(line.text) && !read_dateline(line.text, {}) &&
         !is_site_line(line.text) && !is_picture_credit(line.text) &&
         find_furniture_phrase(folded_line(line.text)) == nullptr;
}

// Looks for the headline among the lines that could be one and are not those of every page.
class TitleSearch {
 public:
  TitleSearch(const Lines& lines, const RepeatedLines* repeated)
      : lines_(lines), repeated_(repeated) {}

  [[nodiscard]] std::optional<std::size_t> find() const {
    if (const std::optional<std::size_t> doubled = find_doubled()) {
      return doubled;
    }
    std::optional<std::size_t> title = find_first(after_site_head());
    title = title ? title : find_first(0);
    return title ? title : find_overlong();
  }

 private:
  [[nodiscard]] bool may_be_title(std::size_t index) const {
    return is_candidate(lines_[index]) &&
           (repeated_ == nullptr || !repeated_->lines.contains(line_hash(lines_[index].text)));
  }

  // A line that stands twice in a row, as headline over the page and over the article.
  [[nodiscard]] std::optional<std::size_t> find_doubled() const {
    for (std::size_t i = 0; i + 1 < head_end(lines_); ++i) {
      if (lines_[i].text == lines_[i + 1].text && count_words(lines_[i].text) >= 2 &&
          may_be_title(i)) {
        return i;
      }
    }
    return std::nullopt;
  }

  // The first line after the site's own head.
  [[nodiscard]] std::size_t after_site_head() const {
    std::size_t start = 0;
    for (std::size_t i = 0; i < head_end(lines_); ++i) {
      if (!is_site_line(lines_[i].text)) {
        continue;
      }
      // Names of sections stand in one block with the menu's words: "Latest", "World".
      start = i + 1;
      while (start < head_end(lines_) && !lines_[start].after_blank &&
             count_words(lines_[start].text) <= 1) {
        ++start;
      }
    }
    return start;
  }

  [[nodiscard]] std::optional<std::size_t> find_first(std::size_t start) const {
    std::optional<std::size_t> section;
    for (std::size_t i = start; i < head_end(lines_); ++i) {
      if (!may_be_title(i)) {
        continue;
      }
      if (count_words(lines_[i].text) > kSectionWords) {
        return i;
      }
      section = section ? section : i;
    }
    return section;
  }

  // A headline so long that it was taken for running text: the first line, alone, and without a
  // sentence's end; within a very long one there is none, either.
  [[nodiscard]] std::optional<std::size_t> find_overlong() const {
    constexpr std::size_t kLong = 300;
    if (lines_.size() < 2 || lines_.first_prose() != 0 || !lines_[1].after_blank ||
        !may_be_title(0) || is_sentence_end(lines_[0].text)) {
      return std::nullopt;
    }
    const std::string_view line = lines_[0].text;
    const bool sentences =
        line.find(". ") != std::string_view::npos || line.find("\u3002") != std::string_view::npos;
    return line.size() > kLong && sentences ? std::nullopt : std::optional<std::size_t>(0);
  }

  const Lines& lines_;
  const RepeatedLines* repeated_;
};

}  // namespace

std::optional<std::size_t> find_title(const Lines& lines, std::string_view declared,
                                      const RepeatedLines* repeated) {
  if (!declared.empty()) {
    const std::string wanted = folded_line(declared);
    for (std::size_t i = 0; i < std::min(lines.size(), kHeadLines); ++i) {
      if (!wanted.empty() && folded_line(lines[i].text) == wanted) {
        return i;
      }
    }
    return std::nullopt;
  }
  const std::optional<std::size_t> title = TitleSearch(lines, repeated).find();
  return title || repeated == nullptr ? title : TitleSearch(lines, nullptr).find();
}

void take_title(Lines& lines, std::size_t title) {
  const std::string_view headline = lines[title].text;
  // Running text before a headline would be a story of its own: it stays.
  for (std::size_t i = 0; i < title && i < lines.first_prose(); ++i) {
    lines.take(i, "navigation", kBeforeHeadline);
  }
  lines.take(title, "headline", "the headline, taken as title");
  for (std::size_t i = title + 1; i < std::min(lines.size(), title + kHeadLines); ++i) {
    if (lines[i].text == headline) {
      lines.take(i, "headline", "the headline again");
    }
  }
}

}  // namespace lede
