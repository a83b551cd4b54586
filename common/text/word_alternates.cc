// Possessives, apostrophes, capitals.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/word_alternates.h"

#include <optional>
#include <string>
#include <string_view>

#include "common/text/utf8.h"
#include "common/text/word_class.h"

namespace lede {

namespace {

// Typed inside words and left out by some: apostrophes, the Hebrew gershayim.
bool is_omissible(char32_t c) {
  return is_apostrophe(c) || c == U'"' || c == 0x05F3 || c == 0x05F4;
}

std::string without_apostrophes(std::string_view typed) {
  std::string out;
  for (std::size_t at = 0; at < typed.size();) {
    const CodePoint c = decode(typed, at);
    if (!is_omissible(c.value)) {
      out.append(typed, at, c.next - at);
    }
    at = c.next;
  }
  return out;
}

// "Biden" of "Biden's"; nothing for other words.
std::optional<std::string_view> without_possessive(std::string_view typed) {
  if (typed.size() < 3 || (typed.back() != 's' && typed.back() != 'S')) {
    return std::nullopt;
  }
  const std::string_view rest = typed.substr(0, typed.size() - 1);
  if (!is_apostrophe(decode_before(rest, rest.size()))) {
    return std::nullopt;
  }
  std::size_t cut = rest.size() - 1;
  while (cut > 0 && (static_cast<unsigned char>(rest[cut]) & 0xC0U) == 0x80U) {
    --cut;
  }
  return cut > 0 ? std::optional(rest.substr(0, cut)) : std::nullopt;
}

// How many capital letters `typed` is made of; 0 when there is anything else.
std::size_t capitals(std::string_view typed) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < typed.size(); ++count) {
    const CodePoint c = decode(typed, at);
    if (!CharTable::instance()[c.value].has(CharInfo::kUpper)) {
      return 0;
    }
    at = c.next;
  }
  return count;
}

std::string dotted(std::string_view letters) {
  std::string out;
  for (std::size_t at = 0; at < letters.size();) {
    const CodePoint c = decode(letters, at);
    if (at > 0) {
      out += '.';
    }
    out.append(letters, at, c.next - at);
    at = c.next;
  }
  return out;
}

// "US" and "NATO" may also be asked for as acronyms.
void add_capitals_alternate(std::string_view typed, std::vector<WordAlternate>& alternates) {
  const std::size_t count = capitals(typed);
  if (count >= 2 && count <= 5) {
    alternates.push_back({dotted(typed), true, true});
  }
}

}  // namespace

void add_alternates(SplitWord& word) {
  word.bare = word.typed;
  std::string_view base = word.typed;
  if (const auto owner = without_possessive(word.typed)) {
    base = *owner;
    word.alternates.push_back({std::string(base), false, false});
  }
  word.bare = without_apostrophes(base);
  if (!word.bare.empty() && word.bare != base) {
    word.alternates.push_back({word.bare, false, false});
  }
  if (base.size() > 2 && base.back() == 's' && capitals(base.substr(0, base.size() - 1)) >= 2) {
    base.remove_suffix(1);
    word.alternates.push_back({std::string(base), false, false});
  }
  add_capitals_alternate(base, word.alternates);
}

}  // namespace lede
