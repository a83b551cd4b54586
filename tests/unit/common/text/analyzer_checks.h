// What must hold for the tokens of any text; shared by the property tests and the fuzz target.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/text/analyzer.h"

namespace lede::test {

// An empty string, or what is wrong with the tokens of `text`.
[[nodiscard]] std::string broken_promise(Analyzer& analyzer, std::string_view text,
                                         std::string_view language);

}  // namespace lede::test
