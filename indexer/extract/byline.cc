// Who wrote it, as a line of its own says. What is not clearly a name of a person is no author.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/byline.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/extract/letters.h"
#include "indexer/readers/ascii.h"

namespace lede {
namespace {

constexpr std::size_t kLongest = 160;

// What bylines start with. A word after which other sentences start as well is only trusted when
// nothing but names follows, which holds for all of them.
constexpr std::array<std::string_view, 19> kStarts = {
    "Written by ", "Reported by ", "Story by ", "Words by ", "By: ",  "By ", "BY ",
    "by ",         "Author: ",     "Von ",      "Par ",      "Por ",  "Di ", "Door ",
    "Autor: ",     "Auteur : ",    "Автор: ",   "Текст: ",   "Автор "};

bool is_among(const auto& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Words of names that are not capitalised.
bool is_particle(std::string_view word) {
  static constexpr std::array<std::string_view, 22> kParticles = {
      "de",  "da",  "do",  "dos", "das", "di", "del", "della", "la",  "le",  "du",
      "van", "von", "der", "den", "ter", "zu", "al",  "el",    "bin", "ibn", "y"};
  return is_among(kParticles, word);
}

// Words by which a name is that of an office or outlet and not of a person.
bool is_office_word(std::string_view lowered) {
  static constexpr std::array<std::string_view, 46> kWords = {
      "staff",          "writers",  "writer",    "reporter",  "reporters",   "correspondent",
      "correspondents", "editor",   "editors",   "editorial", "desk",        "newsroom",
      "news",           "agency",   "agencies",  "bureau",    "team",        "press",
      "media",          "network",  "daily",     "times",     "post",        "tribune",
      "journal",        "herald",   "gazette",   "courier",   "guardian",    "observer",
      "ledger",         "magazine", "online",    "wire",      "service",     "services",
      "reuters",        "admin",    "redaktion", "redaction", "contributor", "contributors",
      "guest",          "admin",    "redacción", "rédaction"};
  return is_among(kWords, lowered);
}

// Letters, apostrophes, hyphens and full stops of initials only.
bool is_name_letters(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const UChar32 c = next_character(word, at);
    if (c < 0 || !(u_isalpha(c) != 0 || u_charType(c) == U_NON_SPACING_MARK || c == '\'' ||
                   c == '-' || c == '.' || c == 0x2019 || c == 0x2010 || c == 0x2011)) {
      return false;
    }
  }
  return !word.empty();
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) {
      words.push_back(text.substr(at, end - at));
    }
    at = end + 1;
  }
  return words;
}

bool is_person(std::string_view name) {
  const std::vector<std::string_view> words = split_words(name);
  std::size_t capitalised = 0;
  for (const std::string_view word : words) {
    if (is_office_word(ascii_lowered(word)) || !is_name_letters(word)) {
      return false;
    }
    if (starts_with_capital(word)) {
      ++capitalised;
    } else if (!is_particle(word)) {
      return false;
    }
  }
  return capitalised >= 2 && words.size() <= 6 && starts_with_capital(words.back());
}

bool is_office(std::string_view name) {
  const std::vector<std::string_view> words = split_words(name);
  return !words.empty() && words.size() <= 6 &&
         std::any_of(words.begin(), words.end(),
                     [](std::string_view word) { return is_office_word(ascii_lowered(word)); });
}

// AFP, MNA: two to five capitals.
bool is_acronym(std::string_view name) {
  return name.size() >= 2 && name.size() <= 5 &&
         std::all_of(name.begin(), name.end(), is_ascii_upper);
}

// The parts between commas, "and" and its like.
std::vector<std::string_view> split_names(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kBetween = {
      ", and ", ", ", "; ", " and ", " & ", " und ", " et ", " и ", " | ", " for "};
  std::vector<std::string_view> names;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto separator = std::find_if(kBetween.begin(), kBetween.end(), [&](std::string_view s) {
      return text.substr(at).starts_with(s);
    });
    if (separator == kBetween.end()) {
      ++at;
      continue;
    }
    names.push_back(trimmed(text.substr(start, at - start)));
    at += separator->size();
    start = at;
  }
  names.push_back(trimmed(text.substr(start)));
  return names;
}

std::string_view after_start(std::string_view line) {
  for (const std::string_view start : kStarts) {
    if (line.starts_with(start)) {
      return trimmed(line.substr(start.size()));
    }
  }
  return {};
}

}  // namespace

std::optional<Byline> read_byline(std::string_view line, std::string_view page_head) {
  line = trimmed(line);
  if (line.size() > kLongest) {
    return std::nullopt;
  }
  const std::string_view names = after_start(line);
  if (names.empty()) {
    return std::nullopt;
  }
  Byline byline;
  bool first = true;
  for (const std::string_view name : split_names(names)) {
    const bool outlet = !page_head.empty() && page_head.size() >= name.size() &&
                        starts_with_ascii_case(page_head, name);
    if (!outlet && is_person(name)) {
      byline.author += byline.author.empty() ? "" : "; ";
      byline.author += name;
    } else if (is_acronym(name)) {
      byline.agency = name;
    } else if (first && !is_office(name)) {
      return std::nullopt;  // not a name: a sentence that starts with "By"
    }
    first = false;
  }
  return byline;
}

bool is_byline(std::string_view line) { return read_byline(line, {}).has_value(); }

}  // namespace lede
