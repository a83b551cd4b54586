// Drops what no reader of a page sees before it is parsed: half of a page today is scripts.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lede {

// `html` without comments and without the insides of scripts and style sheets. Scripts that hold
// JSON-LD stay, and what is not closed stays for the parser to judge.
[[nodiscard]] std::string without_machinery(std::string_view html);

}  // namespace lede
