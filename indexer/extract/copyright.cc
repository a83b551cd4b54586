// Copyright lines, and the outlet they name.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/copyright.h"

#include <algorithm>
#include <array>

#include "indexer/extract/letters.h"
#include "indexer/readers/ascii.h"

namespace lede {
namespace {

constexpr std::size_t kSearched = 2000;  // bytes of a line
constexpr std::string_view kSign = "\u00A9";

// Where what follows the word or sign of copyright starts; npos where there is none.
std::size_t after_copyright(std::string_view line) {
  const std::string lowered = ascii_lowered(line);
  std::size_t best = std::string_view::npos;
  for (const std::string_view word :
       {std::string_view("copyright"), kSign, std::string_view("(c)")}) {
    const std::size_t at = lowered.find(word);
    if (at != std::string::npos) {
      best = std::min(best, at + word.size());
    }
  }
  return best;
}

std::string_view skip(std::string_view text, std::string_view signs) {
  const std::size_t at = text.find_first_not_of(signs);
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

std::string_view skip_signs(std::string_view text) {
  while (true) {
    const std::size_t before = text.size();
    text = skip(text, " :,-\t");
    for (const std::string_view sign :
         {kSign, std::string_view("(c)"), std::string_view("(C)"), std::string_view("\u2013"),
          std::string_view("\u2014"), std::string_view("by ")}) {
      if (text.starts_with(sign)) {
        text.remove_prefix(sign.size());
      }
    }
    if (text.size() == before) {
      return text;
    }
  }
}

bool starts_with_year(std::string_view text) {
  return text.size() >= 4 && (text.starts_with("19") || text.starts_with("20")) &&
         is_ascii_digit(text[2]) && is_ascii_digit(text[3]) &&
         (text.size() == 4 || !is_ascii_digit(text[4]));
}

// Past "2024", "1995-2024", "2019, 2024"; false when there is no year.
bool skip_years(std::string_view& text) {
  bool found = false;
  for (text = skip_signs(text); starts_with_year(text); text = skip_signs(text)) {
    text.remove_prefix(4);
    found = true;
  }
  return found;
}

// The words up to the end of the name: a full stop, comma, bar, year or "All rights reserved".
std::string_view name_at(std::string_view text) {
  std::size_t end = text.find_first_of(".,;|()\n");
  const std::string lowered = ascii_lowered(text.substr(0, 200));
  for (const std::string_view stop :
       {" all rights", " \u2013 ", " \u2014 ", " - ", " http", " www"}) {
    end = std::min(end, lowered.find(stop));
  }
  if (end != std::string_view::npos && end + 1 < text.size() && text[end] == '.' &&
      is_ascii_letter(text[end + 1])) {
    return {};  // "EXAMPLE.COM": an address, not a name
  }
  std::string_view name = trimmed(text.substr(0, end));
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (starts_with_year(name.substr(at)) && at > 0) {
      return trimmed(name.substr(0, at));
    }
  }
  return name;
}

// Capitalised words, as a company's name has: "Space Media Network", "The Bank of News".
bool is_outlet_name(std::string_view name) {
  static constexpr std::array<std::string_view, 10> kSmall = {"of", "the", "and", "for", "&",
                                                              "de", "la",  "du",  "et",  "und"};
  if (name.size() < 3 || name.size() > 60 || count_words(name) > 6 ||
      ascii_lowered(name).starts_with("all rights") ||
      ascii_lowered(name).find("copyright") != std::string::npos) {
    return false;
  }
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    const bool small = std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end();
    if (!word.empty() && !small && word.front() >= 'a' && word.front() <= 'z') {
      return false;
    }
    at = end + 1;
  }
  return is_ascii_letter(name.front()) || name.front() < 0;
}

// The holder in a copyright line, or empty: only a name beside a year is a clear statement.
std::string_view holder_in(std::string_view line) {
  const std::size_t at = after_copyright(line);
  if (at == std::string_view::npos) {
    return {};
  }
  std::string_view rest = line.substr(at);
  const bool year_first = skip_years(rest);
  const std::string_view name = name_at(rest);
  if (name.empty() || !is_outlet_name(name)) {
    return {};
  }
  if (!year_first) {
    std::string_view after = rest.substr(name.size());
    if (!skip_years(after)) {
      return {};
    }
  }
  return name;
}

// Agencies and syndicates: their copy is printed by others, so they are not the outlet.
bool is_agency(std::string_view name) {
  static constexpr std::array<std::string_view, 16> kAgencies = {"the associated press",
                                                                 "associated press",
                                                                 "ap",
                                                                 "afp",
                                                                 "agence france-presse",
                                                                 "reuters",
                                                                 "thomson reuters",
                                                                 "upi",
                                                                 "united press international",
                                                                 "dpa",
                                                                 "ansa",
                                                                 "efe",
                                                                 "tass",
                                                                 "interfax",
                                                                 "xinhua",
                                                                 "getty images"};
  const std::string lowered = ascii_lowered(name);
  return std::find(kAgencies.begin(), kAgencies.end(), lowered) != kAgencies.end() ||
         lowered.ends_with(" syndicate") || lowered.ends_with(" content agency") ||
         lowered.ends_with(" writers group");
}

// The page's own name for itself, where the holder is that name and a legal form.
std::string as_at_the_top(const Lines& lines, std::string_view holder) {
  for (std::size_t i = 0; i < std::min<std::size_t>(2, lines.first_prose()); ++i) {
    const std::string_view top = lines[i].text;
    if (top.size() >= 4 && top.size() < holder.size() && starts_with_ascii_case(holder, top) &&
        holder[top.size()] == ' ' && count_words(top) >= 2) {
      return std::string(holder.substr(0, top.size()));
    }
  }
  return std::string(holder);
}

}  // namespace

bool is_copyright(const Lines& lines, std::size_t index) {
  constexpr std::size_t kStart = 14;  // "Copyright", or a sign after a blank or quote
  constexpr std::size_t kLastLines = 3;
  const std::string_view line = lines[index].text.substr(0, kSearched);
  const std::size_t at = after_copyright(line);
  if (at == std::string_view::npos || (at > kStart && index + kLastLines < lines.size())) {
    return false;
  }
  std::string_view rest = line.substr(at);
  return skip_years(rest) || !holder_in(line).empty();
}

CopyrightHolder find_copyright_holder(const Lines& lines) {
  CopyrightHolder holder;
  for (std::size_t i = lines.first_prose(); i < lines.size(); ++i) {
    const std::string_view name = holder_in(lines[i].text.substr(0, kSearched));
    if (name.empty() || !is_copyright(lines, i)) {
      continue;
    }
    if (!holder.name.empty() && holder.name != name) {
      return {};
    }
    holder.name = name;
  }
  if (holder.name.empty()) {
    return holder;
  }
  holder.agency = is_agency(holder.name);
  holder.name = as_at_the_top(lines, holder.name);
  if (count_words(holder.name) > 1) {
    holder.name = capitals_as_names(holder.name);
  }
  return holder;
}

}  // namespace lede
