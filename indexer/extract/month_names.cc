// Names of months and week days in the languages of news, as ICU knows them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/month_names.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace lede {
namespace {

constexpr std::array kLanguages = {"en", "de", "fr", "es", "it", "ru", "uk", "pl", "pt",
                                   "nl", "tr", "sv", "da", "nb", "ro", "cs", "id"};

constexpr std::array kContexts = {icu::DateFormatSymbols::FORMAT,
                                  icu::DateFormatSymbols::STANDALONE};
constexpr std::array kWidths = {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED};

std::string folded(icu::UnicodeString name) {
  name.foldCase();
  if (name.endsWith(u'.') != 0) {
    name.truncate(name.length() - 1);
  }
  std::string utf8;
  name.toUTF8String(utf8);
  return utf8;
}

std::string folded(std::string_view word) {
  return folded(icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<int32_t>(word.size()))));
}

struct Names {
  std::unordered_map<std::string, unsigned> months;  // 0 where two languages disagree
  std::unordered_set<std::string> days;

  void add_month(const std::string& name, unsigned month) {
    const auto [at, added] = months.emplace(name, month);
    if (!added && at->second != month) {
      at->second = 0;
    }
  }
};

Names collect_names() {
  Names names;
  for (const char* language : kLanguages) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(language), status);
    if (U_FAILURE(status) != 0) {
      continue;
    }
    for (const auto context : kContexts) {
      for (const auto width : kWidths) {
        int32_t count = 0;
        const icu::UnicodeString* months = symbols.getMonths(count, context, width);
        for (int32_t i = 0; i < count && i < 12; ++i) {
          names.add_month(folded(months[i]), static_cast<unsigned>(i) + 1);
        }
        const icu::UnicodeString* days = symbols.getWeekdays(count, context, width);
        for (int32_t i = 1; i < count; ++i) {
          names.days.insert(folded(days[i]));
        }
      }
    }
  }
  names.add_month("sept", 9);  // what newspapers write and ICU's English does not
  return names;
}

const Names& names() {
  static const Names kNames = collect_names();
  return kNames;
}

}  // namespace

unsigned month_of(std::string_view word) {
  if (word.size() > 40) {
    return 0;
  }
  const auto found = names().months.find(folded(word));
  return found == names().months.end() ? 0 : found->second;
}

bool is_week_day(std::string_view word) {
  return word.size() <= 60 && names().days.count(folded(word)) > 0;
}

}  // namespace lede
