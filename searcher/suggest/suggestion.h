// What may be typed next: the request and its answer.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lede {

enum class SuggestionKind : std::uint8_t {
  kQuery,   // what was typed, its last word completed
  kAuthor,  // a query for the articles of an author,
  kSource,  // of a publisher or agency,
  kPlace,   // of a place
  kTitle,   // the title of an article
};

struct Suggestion {
  SuggestionKind kind = SuggestionKind::kQuery;
  std::string text;         // a query, or the title
  std::uint64_t count = 0;  // articles it finds, counted up to kCountedSuggestions; of a title 1
  std::string id;           // of the article with this title

  bool operator==(const Suggestion&) const = default;
};

inline constexpr std::uint64_t kCountedSuggestions = 1000;

struct SuggestRequest {
  std::string typed;       // so far, up to where the next letter goes
  std::size_t limit = 10;  // suggestions; at most 100
};

struct SuggestResponse {
  std::string typed;
  std::vector<Suggestion> suggestions;  // queries, then names, then titles
  double took_ms = 0;
  std::string revision;         // of the database
  std::uint64_t documents = 0;  // in it
};

}  // namespace lede
