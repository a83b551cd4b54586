// Takes the furniture of a scraped page out: sharing, links to other stories, comments, cookies.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/furniture.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/extract/copyright.h"
#include "indexer/extract/furniture_phrases.h"
#include "indexer/readers/ascii.h"

namespace lede {
namespace {

// Segments of a line between blanks of three and more, bars, arrows and dots.
std::size_t count_segments(std::string_view line) {
  static constexpr std::array<std::string_view, 8> kSeparators = {
      "   ", " | ", " > ", " \u00BB ", " \u203A ", " \u00B7 ", " \u2022 ", " / "};
  std::size_t most = 1;
  for (const std::string_view separator : kSeparators) {
    std::size_t segments = 1;
    for (std::size_t at = line.find(separator); at != std::string_view::npos;
         at = line.find(separator, at + separator.size())) {
      ++segments;
      while (separator == "   " && at + 3 < line.size() && line[at + 3] == ' ') {
        ++at;
      }
    }
    most = std::max(most, segments);
  }
  return most;
}

// Several short things side by side: a menu, a trail, a row of buttons.
bool is_row(std::string_view line) {
  const std::size_t segments = count_segments(line);
  return line.size() <= 200 && !is_prose(line) &&
         (segments >= 3 || (segments == 2 && count_words(line) <= 6));
}

bool is_row_of_buttons(std::string_view line) {
  if (!is_row(line)) {
    return false;
  }
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find("   ", at), line.size());
    const FurniturePhrase* phrase =
        find_furniture_phrase(folded_line(trimmed(line.substr(at, end - at))));
    if (phrase != nullptr && std::string_view(phrase->kind) == "share") {
      return true;
    }
    at = end + 3;
  }
  return false;
}

// "mna/rk/gd": the initials of those who worked on an agency's copy.
bool is_desk_initials(std::string_view line) {
  const auto slashes = std::count(line.begin(), line.end(), '/');
  return slashes >= 1 && line.size() <= 20 && line.front() != '/' && line.back() != '/' &&
         std::all_of(line.begin(), line.end(),
                     [](char c) { return c == '/' || (c >= 'a' && c <= 'z'); });
}

const FurniturePhrase* phrase_of(const Line& line) {
  return find_furniture_phrase(folded_line(line.text));
}

bool is_running_text(const Lines& lines, std::size_t index) {
  return is_prose(lines[index].text) && phrase_of(lines[index]) == nullptr &&
         !is_copyright(lines, index);
}

// Whether lines from `from` on are mostly no running text.
bool looks_like_furniture(const Lines& lines, std::size_t from) {
  constexpr std::size_t kFewBytes = 200;
  std::size_t running = 0;
  std::size_t all = 0;
  for (std::size_t i = from; i < lines.size(); ++i) {
    all += lines[i].text.size();
    running += is_running_text(lines, i) ? lines[i].text.size() : 0;
  }
  return running <= kFewBytes || running * 5 <= all;
}

// "Tags: a, b" and the like stand anywhere; these only after some of the story.
bool may_end_story(const Lines& lines, std::size_t index) { return index > lines.first_prose(); }

void take_line(Lines& lines, std::size_t index, const FurniturePhrase* phrase) {
  const std::string_view text = lines[index].text;
  if (is_copyright(lines, index)) {
    lines.take(index, "copyright", "copyright notice");
  } else if (is_desk_initials(text)) {
    lines.take(index, "boilerplate", "initials of the desk");
  } else if (is_row_of_buttons(text)) {
    lines.take(index, "share", "row of buttons");
  } else if (phrase != nullptr) {
    lines.take(index, phrase->kind, "known phrase of page furniture");
  }
}

std::size_t text_bytes(const Lines& lines) {
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    bytes += lines.is_text(i) ? lines[i].text.size() : 0;
  }
  return bytes;
}

}  // namespace

bool is_site_line(std::string_view line) {
  const FurniturePhrase* phrase = find_furniture_phrase(folded_line(line));
  return (phrase != nullptr && phrase->reach == PhraseReach::kSite) ||
         (is_row(line) && !is_row_of_buttons(line)) || line.starts_with("\u00AB ") ||
         line.ends_with(" \u00BB");
}

void take_furniture(Lines& lines, std::size_t from) {
  constexpr std::size_t kEnoughBytes = 400;
  const std::size_t before = text_bytes(lines);
  const Lines untouched = lines;
  for (std::size_t i = from; i < lines.size(); ++i) {
    if (!lines.is_text(i)) {
      continue;
    }
    const FurniturePhrase* phrase = phrase_of(lines[i]);
    if (phrase != nullptr && phrase->reach == PhraseReach::kRest && may_end_story(lines, i) &&
        looks_like_furniture(lines, i)) {
      for (std::size_t rest = i; rest < lines.size(); ++rest) {
        lines.take(rest, phrase->kind, "from a known heading of page furniture to the end");
      }
      break;
    }
    take_line(lines, i, phrase);
  }
  const std::size_t after = text_bytes(lines);
  if (after < kEnoughBytes && after * 5 < before) {
    lines = untouched;
  }
}

}  // namespace lede
