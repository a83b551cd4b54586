// Letters and their accents in one: text as other programs write it, and people type it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace lede {

// Unicode's form C of `text`, which is valid UTF-8. Some systems and PDFs keep letters and accents
// apart: it looks the same, but is found by few other programs. Thread-safe.
void compose(std::string& text);

}  // namespace lede
