// One suggestion a line.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/suggestions_text.h"

#include "searcher/output/hits_text.h"
#include "searcher/output/terminal_text.h"

namespace lede {
namespace {

std::string what_it_is(const Suggestion& suggestion) {
  if (suggestion.kind == SuggestionKind::kTitle) {
    return "title, " + printable(suggestion.id);
  }
  const bool all_counted = suggestion.count < kCountedSuggestions;
  return grouped(suggestion.count) + (all_counted ? "" : " or more");
}

}  // namespace

std::string suggestions_text(const SuggestResponse& response) {
  std::string out;
  for (const Suggestion& suggestion : response.suggestions) {
    out += printable(suggestion.text) + " (" + what_it_is(suggestion) + ")\n";
  }
  return out;
}

}  // namespace lede
