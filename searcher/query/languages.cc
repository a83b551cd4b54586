// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/languages.h"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <map>

#include "searcher/query/characters.h"

namespace lede::query {
namespace {

using Tags = std::map<std::string, std::string, std::less<>>;

// ICU's languages by two- and three-letter code and by English name, all in lower case.
Tags make_tags() {
  Tags tags = {{"und", "und"}, {"unknown", "und"}};
  for (const char* const* tag = uloc_getISOLanguages(); *tag != nullptr; ++tag) {
    icu::UnicodeString shown;
    icu::Locale(*tag).getDisplayLanguage(icu::Locale::getEnglish(), shown);
    std::string name;
    shown.toUTF8String(name);
    tags.emplace(*tag, *tag);
    tags.emplace(uloc_getISO3Language(*tag), *tag);
    tags.emplace(ascii_lower(name), *tag);
  }
  return tags;
}

std::optional<std::string> look_up(std::string_view lower) {
  static const Tags kTags = make_tags();
  const auto found = kTags.find(lower);
  return found == kTags.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<std::string> find_language(std::string_view name) {
  const std::string lower = ascii_lower(name);
  if (auto whole = look_up(lower)) {
    return whole;
  }
  const std::size_t subtag = lower.find_first_of("-_");
  // A region follows a tag, not a name: "en-GB", but not "English-GB".
  if (subtag == 2 || subtag == 3) {
    return look_up(std::string_view(lower).substr(0, subtag));
  }
  return std::nullopt;
}

}  // namespace lede::query
