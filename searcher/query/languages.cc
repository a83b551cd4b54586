// Names and codes of languages, by ICU's tables.
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

// ICU's tags by English name in lower case. Some 15 ms to make, so only when a name is typed.
Tags make_names() {
  Tags names = {{"unknown", "und"}};
  for (const char* const* tag = uloc_getISOLanguages(); *tag != nullptr; ++tag) {
    icu::UnicodeString shown;
    icu::Locale(*tag).getDisplayLanguage(icu::Locale::getEnglish(), shown);
    std::string name;
    shown.toUTF8String(name);
    names.emplace(ascii_lower(name), *tag);
  }
  return names;
}

std::optional<std::string> by_code(std::string_view code) {
  if (code == "und") {
    return "und";
  }
  for (const char* const* tag = uloc_getISOLanguages(); *tag != nullptr; ++tag) {
    if (code == *tag) {
      return *tag;
    }
  }
  for (const char* const* tag = uloc_getISOLanguages(); code.size() == 3 && *tag != nullptr;
       ++tag) {
    if (code == uloc_getISO3Language(*tag)) {
      return *tag;
    }
  }
  return std::nullopt;
}

std::optional<std::string> by_name(std::string_view name) {
  static const Tags kNames = make_names();
  const auto found = kNames.find(name);
  return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<std::string> find_language(std::string_view name) {
  const std::string lower = ascii_lower(name);
  // A region follows a code, not a name: "en-GB", but not "English-GB".
  if (auto tag = by_code(std::string_view(lower).substr(0, lower.find_first_of("-_")))) {
    return tag;
  }
  return by_name(lower);
}

}  // namespace lede::query
