// From text to index terms.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/analyzer.h"

namespace lede {
struct Analyzer::Impl {};
Analyzer::Analyzer() = default;
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

// A placeholder for the very first day of the skeleton: ASCII words. Replaced before any release.
void Analyzer::analyze(std::string_view text, std::string_view, const TokenVisitor& visit) {
  Token token;
  std::string word;
  const auto is_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c < 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    if (!is_word(text[i])) {
      if (text[i] == ' ' || text[i] == '\n') ++token.chunk;
      ++i;
      continue;
    }
    std::size_t j = i;
    word.clear();
    for (; j < text.size() && is_word(text[j]); ++j) {
      word += static_cast<char>(text[j] >= 'A' && text[j] <= 'Z' ? text[j] + 32 : text[j]);
    }
    if (word.size() > 64) word.resize(64);
    token.start = static_cast<std::uint32_t>(i);
    token.end = static_cast<std::uint32_t>(j);
    token.term = word;
    token.stem = word;
    visit(token);
    ++token.position;
    i = j;
  }
}
std::string Analyzer::stem(std::string_view word, std::string_view) { return std::string(word); }
std::string analyzer_fingerprint() { return "skeleton"; }
}  // namespace lede
