// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/language.h"

namespace lede {
std::string detect_language(std::string_view) { return {}; }
std::string normalize_language(std::string_view declared) { return std::string(declared); }
const std::vector<std::string>& stemmed_languages() {
  static const std::vector<std::string> none;
  return none;
}
}  // namespace lede
