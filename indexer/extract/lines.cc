// The lines of a page as read, and which of them extraction has taken out and why.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/lines.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "indexer/readers/ascii.h"

namespace lede {
namespace {

// Longer lines than this are paragraphs: nobody wraps text so wide.
constexpr std::size_t kWidestWrap = 110;
constexpr std::size_t kLongestPhrase = 400;
// Text that is broken to a width fills its lines so far, but for the last of a paragraph.
constexpr std::size_t kNarrowestWrap = 50;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Characters of `line`, and how many of them are Han, kana, Hangul or Thai.
struct Characters {
  std::size_t all = 0;
  std::size_t dense = 0;
};

Characters count_characters(std::string_view line) {
  Characters count;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto c = static_cast<unsigned char>(line[i]);
    if (is_continuation(line[i])) {
      continue;
    }
    ++count.all;
    const bool thai = c == 0xE0 && i + 1 < line.size() &&
                      (line.substr(i + 1, 1) == "\xB8" || line.substr(i + 1, 1) == "\xB9");
    count.dense += thai || (c >= 0xE3 && c <= 0xED && c != 0xE2) ? 1U : 0U;
  }
  return count;
}

// Blanks of Unicode that programs put around text, beside ASCII's.
std::string_view trimmed_line(std::string_view line) {
  static constexpr std::array<std::string_view, 6> kBlanks = {"\u00A0", "\u2002", "\u2003",
                                                              "\u2009", "\u200B", "\u3000"};
  for (bool changed = true; changed;) {
    const std::size_t before = line.size();
    line = trimmed(line);
    for (const std::string_view blank : kBlanks) {
      if (line.starts_with(blank)) {
        line.remove_prefix(blank.size());
      }
      if (line.ends_with(blank)) {
        line.remove_suffix(blank.size());
      }
    }
    changed = line.size() != before;
  }
  return line;
}

}  // namespace

bool is_sentence_end(std::string_view line) {
  static constexpr std::array<std::string_view, 8> kClosing = {
      "\"", "'", ")", "\u201D", "\u2019", "\u00BB", "\u201C", "\u300D"};
  static constexpr std::array<std::string_view, 7> kStops = {".",      "\u2026", "\u3002", "\u0964",
                                                             "\u06D4", "\uFF0E", ":"};
  for (const std::string_view sign : kClosing) {
    if (line.ends_with(sign)) {
      line.remove_suffix(sign.size());
    }
  }
  return std::any_of(kStops.begin(), kStops.end(),
                     [&](std::string_view stop) { return line.ends_with(stop); });
}

bool ends_sentence(std::string_view line) {
  static constexpr std::array<std::string_view, 4> kMarks = {"?", "!", "\u061F", "\uFF1F"};
  return (is_sentence_end(line) && !line.ends_with(':')) ||
         std::any_of(kMarks.begin(), kMarks.end(),
                     [&](std::string_view mark) { return line.ends_with(mark); });
}

bool is_prose(std::string_view line) {
  const Characters count = count_characters(line.substr(0, 1000));
  if (count.dense * 2 > count.all) {
    return count.all >= 60 || (count.all >= 20 && is_sentence_end(line));
  }
  return count.all >= 160 || (is_sentence_end(line) && count_words(line) >= 8);
}

std::size_t count_words(std::string_view line) {
  line = line.substr(0, 1000);
  std::size_t words = 0;
  bool inside = false;
  for (const char c : line) {
    const bool blank = is_ascii_space(c);
    words += !blank && !inside ? 1U : 0U;
    inside = !blank;
  }
  return std::max(words, count_characters(line).dense / 2);
}

std::string folded_line(std::string_view line) {
  if (line.size() > kLongestPhrase) {
    return {};
  }
  std::string collapsed;
  for (const char c : line) {
    if (!is_ascii_space(c)) {
      collapsed += c;
    } else if (!collapsed.empty() && collapsed.back() != ' ') {
      collapsed += ' ';
    }
  }
  std::string folded;
  icu::UnicodeString::fromUTF8(
      icu::StringPiece(collapsed.data(), static_cast<int32_t>(collapsed.size())))
      .findAndReplace(u"\u2019", u"'")
      .foldCase()
      .toUTF8String(folded);
  return folded;
}

Lines::Lines(std::string_view page) : page_(page) {
  bool blank = false;
  std::size_t longest = 0;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t end = std::min(page.find('\n', at), page.size());
    const std::string_view text = trimmed_line(page.substr(at, end - at));
    at = end + 1;
    if (text.empty()) {
      blank = true;
      continue;
    }
    Line line;
    line.text = text;
    line.start = static_cast<std::size_t>(text.data() - page.data());
    line.end = line.start + text.size();
    line.after_blank = blank;
    lines_.push_back(line);
    blank = false;
    longest = std::max(longest, text.size());
  }
  wrapped_ = longest <= kWidestWrap;
  mark_running();
  while (first_prose_ < lines_.size() && !is_prose(lines_[first_prose_].text) &&
         !starts_wrapped_paragraph(first_prose_)) {
    ++first_prose_;
  }
}

// Running text broken to a width: a block of lines of about the same length.
bool Lines::starts_wrapped_paragraph(std::size_t index) const {
  constexpr std::size_t kEnoughLines = 3;
  std::size_t count = 1;
  while (index + count < lines_.size() && !lines_[index + count].after_blank &&
         lines_[index + count - 1].text.size() >= kNarrowestWrap) {
    ++count;
  }
  return wrapped_ && (index == 0 || lines_[index].after_blank) && count > 1 &&
         lines_[index].text != lines_[index + 1].text &&
         (count >= kEnoughLines || is_sentence_end(lines_[index + count - 1].text) ||
          lines_[index + count - 1].text.ends_with('?'));
}

// Of a paragraph that is broken to a width.
bool Lines::runs_on(std::size_t index) const {
  const bool follows = index > 0 && !lines_[index].after_blank;
  const bool goes_on = index + 1 < lines_.size() && !lines_[index + 1].after_blank;
  const std::string_view text = lines_[index].text;
  if (text.size() >= kNarrowestWrap) {
    return follows || goes_on;
  }
  return follows && lines_[index - 1].text.size() >= kNarrowestWrap && ends_sentence(text);
}

void Lines::mark_running() {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    lines_[i].running = is_prose(lines_[i].text) || (wrapped_ && runs_on(i));
  }
}

void Lines::take(std::size_t index, const char* kind, std::string_view why) {
  Line& line = lines_[index];
  if (line.kind == nullptr) {
    line.kind = kind;
    line.why = why;
  }
}

std::string Lines::text() const {
  std::string text;
  const Line* last = nullptr;
  bool blank = false;
  for (const Line& line : lines_) {
    blank = blank || line.after_blank;
    if (line.kind != nullptr) {
      continue;
    }
    if (last != nullptr) {
      const bool paragraph =
          !wrapped_ && (line.text.size() > kWidestWrap || last->text.size() > kWidestWrap);
      text += blank || paragraph ? "\n\n" : "\n";
    }
    text += line.text;
    last = &line;
    blank = false;
  }
  return text;
}

std::string Lines::untouched_text() const {
  std::string text;
  const Line* last = nullptr;
  bool cut = false;  // lines were taken out since `last`
  bool blank = false;
  for (const Line& line : lines_) {
    blank = blank || line.after_blank;
    if (line.kind != nullptr) {
      cut = true;
      continue;
    }
    if (last != nullptr && cut) {
      text += blank ? "\n\n" : "\n";
    } else if (last != nullptr) {
      text += page_.substr(last->end, line.start - last->end);
    }
    text += line.text;
    last = &line;
    cut = false;
    blank = false;
  }
  return text;
}

std::vector<Zone> Lines::zones() const {
  std::vector<Zone> zones;
  bool joins = false;
  for (const Line& line : lines_) {
    if (line.kind == nullptr) {
      joins = false;
      continue;
    }
    if (joins && zones.back().kind == line.kind && zones.back().why == line.why) {
      zones.back().end = line.end;
    } else {
      zones.push_back(Zone{line.kind, line.start, line.end, line.why, {}});
    }
    joins = true;
  }
  for (Zone& zone : zones) {
    zone.text = page_.substr(zone.start, zone.end - zone.start);
  }
  return zones;
}

}  // namespace lede
