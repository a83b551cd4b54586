// The list of elided words.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/elision.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace lede {

namespace {

// Sorted. One-letter English beginnings (o', i', y', e') are not among them.
constexpr std::array<std::string_view, 37> kElided = {
    "all",    "anch", "bell",   "c",    "ch",     "coll", "com",   "cos",   "d",      "dagl",
    "dall",   "degl", "dell",   "dov",  "gl",     "j",    "jusqu", "l",     "lorsqu", "m",
    "mezz",   "n",    "neanch", "nell", "puisqu", "qu",   "quand", "quell", "quelqu", "quest",
    "quoiqu", "s",    "sant",   "sull", "t",      "un",   "v"};
static_assert(std::is_sorted(kElided.begin(), kElided.end()));

constexpr std::size_t kLongest = 6;

}  // namespace

bool is_elision(std::string_view before, std::string_view after) {
  if (before.size() > kLongest || after.empty()) {
    return false;
  }
  const std::string small = fold_case(before);
  if (!std::binary_search(kElided.begin(), kElided.end(), std::string_view(small))) {
    return false;
  }
  const std::string_view letter = after.substr(0, decode(after, 0).next);
  const std::string plain = fold_accents(fold_case(letter));
  return !plain.empty() && std::string_view("aeiouhy").find(plain[0]) != std::string_view::npos;
}

}  // namespace lede
