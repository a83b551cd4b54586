// What decides which terms a text gets, in one line: our rules' version and the libraries'.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/uchar.h>
#include <unicode/uversion.h>
#include <xxhash.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "common/text/analyzer.h"
#include "common/text/stemmer.h"

namespace lede {

namespace {

// Raise when a rule of ours changes what terms a text gets.
constexpr std::string_view kRules = "1";

constexpr int kVersionParts = 2;

// "72.1", "15.0".
std::string version_text(const UVersionInfo& version) {
  std::string text;
  for (int part = 0; part < kVersionParts; ++part) {
    text += part == 0 ? "" : ".";
    text += std::to_string(version[part]);
  }
  return text;
}

// libstemmer cannot be asked for its version. Which languages it has and how it stems a few words
// that its releases were known to treat differently stands in for that.
std::string snowball_version() {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kProbes = {
      {{"de", "ueberraschungen"},
       {"en", "overing"},
       {"fr", "maladroitement"},
       {"nl", "lichamelijkheden"},
       {"sv", "jaktkarlens"},
       {"tr", "ankara'da"}}};
  std::string answers;
  for (const std::string& language : snowball_languages()) {
    answers += language + ' ';
  }
  for (const auto& [language, word] : kProbes) {
    answers += std::string(Stemmer(language).stem(word)) + ' ';
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string digits;
  XXH64_hash_t hash = XXH3_64bits(answers.data(), answers.size());
  for (int i = 0; i < 8; ++i, hash >>= 4U) {
    digits += kHex[hash & 0xFU];
  }
  return digits;
}

}  // namespace

std::string analyzer_fingerprint() {
  UVersionInfo icu = {};
  UVersionInfo unicode = {};
  u_getVersion(icu);
  u_getUnicodeVersion(unicode);
  return "lede-" + std::string(kRules) + " icu-" + version_text(icu) + " unicode-" +
         version_text(unicode) + " snowball-" + snowball_version();
}

}  // namespace lede
