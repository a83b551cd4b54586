// Other ways to type one word of letters: "biden" of "biden's", "dont" of "don't", "mp" of "MPs",
// "u.s" of "US".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/text/word_split.h"

namespace lede {

// Fills `word.alternates` and `word.bare` from `word.typed`.
void add_alternates(SplitWord& word);

}  // namespace lede
