// Snowball's algorithm names, and the languages they are for.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/stemmer.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>

namespace lede {

namespace {

struct Algorithm {
  std::string_view language;
  const char* name;
};

// Snowball's other algorithms (porter, lovins, german2, kraaij_pohlmann, dutch_porter) are further
// ways for languages that are here. Those after Snowball 2.2 are here for a newer library.
constexpr std::array kAlgorithms = {
    Algorithm{"ar", "arabic"},     Algorithm{"ca", "catalan"},    Algorithm{"cs", "czech"},
    Algorithm{"da", "danish"},     Algorithm{"de", "german"},     Algorithm{"el", "greek"},
    Algorithm{"en", "english"},    Algorithm{"eo", "esperanto"},  Algorithm{"es", "spanish"},
    Algorithm{"et", "estonian"},   Algorithm{"eu", "basque"},     Algorithm{"fa", "persian"},
    Algorithm{"fi", "finnish"},    Algorithm{"fr", "french"},     Algorithm{"ga", "irish"},
    Algorithm{"hi", "hindi"},      Algorithm{"hu", "hungarian"},  Algorithm{"hy", "armenian"},
    Algorithm{"id", "indonesian"}, Algorithm{"it", "italian"},    Algorithm{"lt", "lithuanian"},
    Algorithm{"ne", "nepali"},     Algorithm{"nl", "dutch"},      Algorithm{"no", "norwegian"},
    Algorithm{"pl", "polish"},     Algorithm{"pt", "portuguese"}, Algorithm{"ro", "romanian"},
    Algorithm{"ru", "russian"},    Algorithm{"sr", "serbian"},    Algorithm{"sv", "swedish"},
    Algorithm{"ta", "tamil"},      Algorithm{"tr", "turkish"},    Algorithm{"yi", "yiddish"},
};

// Others take prefixes off (Irish, Indonesian, newer Dutch), respell (Esperanto, Serbian) or add
// letters (Turkish). tests/integration/text_conformance_test.cc looks at Snowball's vocabularies.
constexpr std::array kOnlyCutEnds = {
    std::string_view{"ca"}, std::string_view{"da"}, std::string_view{"de"}, std::string_view{"en"},
    std::string_view{"es"}, std::string_view{"eu"}, std::string_view{"fi"}, std::string_view{"fr"},
    std::string_view{"hu"}, std::string_view{"it"}, std::string_view{"no"}, std::string_view{"pt"},
    std::string_view{"ro"}, std::string_view{"sv"},
};

}  // namespace

Stemmer::Stemmer(std::string_view language) {
  const auto* found = std::find_if(kAlgorithms.begin(), kAlgorithms.end(),
                                   [&](const Algorithm& a) { return a.language == language; });
  if (found != kAlgorithms.end()) {
    stemmer_.reset(sb_stemmer_new(found->name, "UTF_8"));
    algorithm_ = has_rules() ? found->name : "";
    only_cuts_ends_ = !has_rules() || std::find(kOnlyCutEnds.begin(), kOnlyCutEnds.end(),
                                                language) != kOnlyCutEnds.end();
  }
}

void Stemmer::Deleter::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

std::string_view Stemmer::stem(std::string_view word) {
  if (!has_rules()) {
    return word;
  }
  const auto* symbols = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), symbols, static_cast<int>(word.size()));
  const auto length = static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()));
  if (stem == nullptr) {  // out of memory
    return word;
  }
  return {reinterpret_cast<const char*>(stem), length};
}

std::vector<std::string> snowball_languages() {
  std::vector<std::string> languages;
  for (const char** name = sb_stemmer_list(); *name != nullptr; ++name) {
    const std::string_view algorithm = *name;
    const auto* found = std::find_if(kAlgorithms.begin(), kAlgorithms.end(),
                                     [&](const Algorithm& a) { return a.name == algorithm; });
    if (found != kAlgorithms.end()) {
      languages.emplace_back(found->language);
    }
  }
  std::sort(languages.begin(), languages.end());
  return languages;
}

}  // namespace lede
