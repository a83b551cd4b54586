// Which language a text is in, by CLD2, and what languages are called, by ICU.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "common/text/fold.h"
#include "common/text/stemmer.h"
#include "common/text/utf8.h"

namespace lede {

namespace {

// CLD2 is sure of itself long before it has read this much.
constexpr std::size_t kSample = 16384;

// Letters it must have seen, in bytes: below this its answers are guesses even when it calls them
// reliable.
constexpr int kFewestBytes = 24;

using Alias = std::pair<std::string_view, std::string_view>;

// Withdrawn, bibliographic (ISO 639-2/B) and overly exact codes. Sorted by code.
constexpr std::array kAliases = {
    Alias{"alb", "sq"}, Alias{"arb", "ar"}, Alias{"arm", "hy"}, Alias{"baq", "eu"},
    Alias{"bur", "my"}, Alias{"chi", "zh"}, Alias{"cmn", "zh"}, Alias{"cze", "cs"},
    Alias{"dut", "nl"}, Alias{"ekk", "et"}, Alias{"fil", "tl"}, Alias{"fre", "fr"},
    Alias{"geo", "ka"}, Alias{"ger", "de"}, Alias{"gre", "el"}, Alias{"ice", "is"},
    Alias{"in", "id"},  Alias{"iw", "he"},  Alias{"ji", "yi"},  Alias{"jw", "jv"},
    Alias{"khk", "mn"}, Alias{"lvs", "lv"}, Alias{"mac", "mk"}, Alias{"mao", "mi"},
    Alias{"may", "ms"}, Alias{"mo", "ro"},  Alias{"mol", "ro"}, Alias{"nb", "no"},
    Alias{"nn", "no"},  Alias{"per", "fa"}, Alias{"pes", "fa"}, Alias{"prs", "fa"},
    Alias{"rum", "ro"}, Alias{"scc", "sr"}, Alias{"scr", "hr"}, Alias{"slo", "sk"},
    Alias{"swh", "sw"}, Alias{"tib", "bo"}, Alias{"wel", "cy"}, Alias{"zsm", "ms"},
};
static_assert(std::is_sorted(kAliases.begin(), kAliases.end()));

std::string unalias(const std::string& code) {
  const auto* found = std::lower_bound(
      kAliases.begin(), kAliases.end(), code,
      [](const Alias& alias, const std::string& wanted) { return alias.first < wanted; });
  return found != kAliases.end() && found->first == code ? std::string(found->second) : code;
}

std::string display_name(const char* language, const char* in) {
  constexpr std::int32_t kCapacity = 128;
  std::array<UChar, kCapacity> name{};
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t length = uloc_getDisplayLanguage(language, in, name.data(), kCapacity, &error);
  std::string utf8;
  icu::UnicodeString(name.data(), error > U_ZERO_ERROR ? 0 : length).toUTF8String(utf8);
  return fold_case(utf8);
}

// All names and codes ICU knows: "english", "deutsch", "en", "eng".
const std::map<std::string, std::string, std::less<>>& known_languages() {
  static const auto known = [] {
    std::map<std::string, std::string, std::less<>> languages;
    const char* const* codes = uloc_getISOLanguages();
    for (const char* const* code = codes; *code != nullptr; ++code) {
      const std::string tag = unalias(*code);
      languages.emplace(*code, tag);
      languages.emplace(uloc_getISO3Language(*code), tag);
    }
    for (const Alias& alias : kAliases) {
      languages.emplace(alias.first, alias.second);
    }
    for (const char* const* code = codes; *code != nullptr; ++code) {
      const std::string tag = unalias(*code);
      languages.emplace(display_name(*code, "en"), tag);
      languages.emplace(display_name(*code, *code), tag);
    }
    // Codes that name no one language.
    for (const std::string_view none : {"", "und", "mul", "zxx", "mis", "root"}) {
      languages.erase(std::string(none));
    }
    return languages;
  }();
  return known;
}

std::string find_language(std::string_view folded) {
  const auto found = known_languages().find(folded);
  return found == known_languages().end() ? std::string() : found->second;
}

}  // namespace

std::string detect_language(std::string_view text) {
  std::string sample(text.substr(0, floor_boundary(text, kSample)));
  if (!is_valid_utf8(sample)) {
    sample = repair_utf8(sample).text;
  }
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percent{};
  int text_bytes = 0;
  bool reliable = false;
  const CLD2::Language language = CLD2::ExtDetectLanguageSummary(
      sample.data(), static_cast<int>(sample.size()), /*is_plain_text=*/true, languages.data(),
      percent.data(), &text_bytes, &reliable);
  if (!reliable || text_bytes < kFewestBytes) {
    return {};
  }
  // CLD2's made-up codes ("xx-Copt", "zzp") are no languages ICU knows.
  return normalize_language(CLD2::LanguageCode(language));
}

std::string normalize_language(std::string_view declared) {
  constexpr std::string_view kBlank = " \t\r\n";
  declared = declared.substr(0, declared.find_first_of(",;"));
  const std::size_t first = declared.find_first_not_of(kBlank);
  if (first == std::string_view::npos) {
    return {};
  }
  declared = declared.substr(first, declared.find_last_not_of(kBlank) - first + 1);
  const std::string folded = fold_case(declared);
  std::string language = find_language(folded);
  if (language.empty()) {
    const std::size_t primary = folded.find_first_of("-_");
    // "x-private" and "i-default" are tags without a language; no one-letter code is one.
    language = primary == 2 || primary == 3 ? find_language(folded.substr(0, primary)) : "";
  }
  return language;
}

const std::vector<std::string>& stemmed_languages() {
  static const std::vector<std::string> languages = snowball_languages();
  return languages;
}

}  // namespace lede
