// Words of the index that begin like the word being typed and go with the words before it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/plan/index_languages.h"
#include "searcher/suggest/article_texts.h"

namespace lede {

struct CompletionContext {
  const Xapian::Database& database;
  Analyzer& analyzer;
  std::span<const IndexLanguage> languages;  // most articles first
};

struct Completion {
  std::string term;
  std::vector<Xapian::docid> articles;  // some that have it; may be empty
};

// Of all articles: the most frequent words first. Throws Xapian::Error.
[[nodiscard]] std::vector<Completion> completions(std::string_view start, std::size_t most,
                                                  const CompletionContext& context);

// Of the articles that `before` matches: words of many of them that are not in all articles first,
// those near `last_word` before others. Only the best articles are looked at.
[[nodiscard]] std::vector<Completion> completions_after(const Xapian::Query& before,
                                                        const std::string& last_word,
                                                        std::string_view start, std::size_t most,
                                                        const CompletionContext& context);

// Words that follow `last_word` at once in the best articles that `before` matches.
[[nodiscard]] std::vector<Completion> next_words(const Xapian::Query& before,
                                                 const std::string& last_word, std::size_t most,
                                                 ArticleTexts& texts,
                                                 const CompletionContext& context);

}  // namespace lede
