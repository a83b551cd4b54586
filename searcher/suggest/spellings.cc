// Slips of the finger and of the ear: what each costs.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/suggest/spellings.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "common/text/utf8.h"
#include "searcher/terms/near_terms.h"

namespace lede {
namespace {

constexpr double kEditCost = 1;
constexpr double kSecondEditCost = 1.2;  // two slips in one word are rarer than one each in two
constexpr double kOtherStartCost = 0.6;  // the first letter is seldom wrong
constexpr double kSoundSaves = 0.5;      // doubled letters, y for i: the most usual slips
constexpr double kExchangeSaves = 0.3;
constexpr double kEditWeight = 3;         // an edit more needs e^3 = 20 times the articles
constexpr std::size_t kTwoEditsFrom = 6;  // characters

std::vector<char32_t> characters_of(std::string_view text) {
  std::vector<char32_t> characters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    characters.push_back(point.value);
    at = point.next;
  }
  return characters;
}

bool is_plain_word(const std::vector<char32_t>& characters) {
  return std::all_of(characters.begin(), characters.end(), [](char32_t character) {
    const auto code = static_cast<UChar32>(character);
    return u_isalpha(code) != 0 || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0 || character == U'\'';
  });
}

double cost_of(const std::vector<char32_t>& word, const std::vector<char32_t>& other,
               std::uint32_t distance, bool sounds_same) {
  double cost = distance == 1 ? kEditCost : kEditCost + kSecondEditCost;
  if (word.front() != other.front()) {
    cost += kOtherStartCost;
  }
  if (sounds_same) {
    cost *= kSoundSaves;
  } else if (distance == 1 && word.size() == other.size() &&
             std::is_permutation(word.begin(), word.end(), other.begin())) {
    cost -= kExchangeSaves;
  }
  return cost;
}

void keep_likeliest(std::vector<Spelling>& spellings, std::size_t most) {
  std::sort(spellings.begin(), spellings.end(), [](const Spelling& a, const Spelling& b) {
    const double left = likelihood(a.frequency, a.cost);
    const double right = likelihood(b.frequency, b.cost);
    return left != right ? left > right : a.term < b.term;
  });
  spellings.resize(std::min(spellings.size(), most));
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSameSounds{
    {{"ph", "f"}, {"kh", "h"}, {"ck", "k"}, {"ou", "u"}, {"ts", "z"}, {"tz", "z"}}};

char plain_sound(char letter) {
  switch (letter) {
    case 'y':
    case 'j':
      return 'i';
    case 'w':
      return 'v';
    case 'q':
    case 'c':
      return 'k';
    default:
      return letter;
  }
}

}  // namespace

double likelihood(double articles, double cost) {
  return std::log(1 + articles) - kEditWeight * cost;
}

std::string sound_of(std::string_view word) {
  std::string sound;
  for (std::size_t at = 0; at < word.size();) {
    std::string next(1, plain_sound(word[at]));
    std::size_t taken = 1;
    for (const auto& [letters, same] : kSameSounds) {
      if (word.substr(at).starts_with(letters)) {
        next = same;
        taken = letters.size();
        break;
      }
    }
    if (!sound.ends_with(next)) {
      sound += next;
    }
    at += taken;
  }
  return sound;
}

std::vector<Spelling> spellings_of(const Xapian::Database& database, std::string_view word,
                                   std::size_t most) {
  const auto characters = characters_of(word);
  const std::string sound = sound_of(word);
  std::vector<Spelling> spellings;
  const auto add = [&](const NearTerm& near) {
    const auto other = characters_of(near.term);
    if (near.distance > 0 && is_plain_word(other)) {
      const bool same = sound_of(near.term) == sound;
      spellings.push_back(
          {near.term, cost_of(characters, other, near.distance, same), near.frequency, same});
    }
  };
  NearTermsLimits limits;
  for (const NearTerm& near : near_terms(database, "", word, limits).terms) {
    add(near);
  }
  if (characters.size() >= kTwoEditsFrom) {
    limits.distance = 2;
    limits.same_start = 1;
    for (const NearTerm& near : near_terms(database, "", word, limits).terms) {
      if (near.distance == 2) {
        add(near);
      }
    }
  }
  keep_likeliest(spellings, most);
  return spellings;
}

}  // namespace lede
