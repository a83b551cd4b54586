// Limits first, so that nothing long is expanded.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/unit_preparation.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "common/schema.h"
#include "common/text/utf8.h"
#include "searcher/plan/expansion.h"
#include "searcher/plan/limits.h"
#include "searcher/plan/unit_query.h"

namespace lede {
namespace {

// "US" must not find "us" where "us" is a stop word; "NATO" may find "nato".
void tell_acronyms_apart(QueryUnit& unit, const PlanContext& context) {
  for (UnitWord& word : unit.words) {
    word.acronym_only = !word.acronym.empty() && is_stop_word_of_index(word, context.languages);
  }
  if (unit.kind == NodeKind::kPhrase) {
    unit.writings = phrase_writings(unit);
  }
}

void warn(std::vector<QueryWarning>& warnings, std::string code, std::string message,
          const QueryUnit& unit) {
  warnings.push_back({std::move(code), std::move(message), unit.at});
}

// Brings one unit within the limits of what is matched.
void bound(QueryUnit& unit, std::vector<QueryWarning>& warnings) {
  const std::size_t most = limit::kUnitWords;
  bool cut = unit.words.size() > most;
  unit.words.resize(std::min(unit.words.size(), most));
  for (Writing& writing : unit.writings) {
    cut = cut || writing.slots.size() > most;
    writing.slots.resize(std::min(writing.slots.size(), most));
  }
  if (cut) {
    warn(warnings, "words_cut",
         "only the first " + std::to_string(most) + " words of \"" +
             unit.typed.substr(
                 0, floor_boundary(unit.typed, std::min<std::size_t>(unit.typed.size(), 40))) +
             "…\" were looked for",
         unit);
  }
  for (QueryUnit& part : unit.parts) {
    bound(part, warnings);
  }
}

double rarity(const std::string& term, const PlanContext& context) {
  const double articles = context.database.get_doccount();
  return std::log((articles + 1) / (context.database.get_termfreq(term) + 0.5));
}

// That of the most frequent form.
double word_rarity(const UnitWord& word, Field field, const PlanContext& context) {
  const auto prefix = field_prefix(field);
  if (word.acronym_only) {
    return rarity(text_term(prefix, word.acronym), context);
  }
  if (is_stop_word_of_index(word, context.languages)) {
    return 0;
  }
  double least = rarity(text_term(prefix, word.term), context);
  for (const std::string& stem : word.stems) {
    least = std::min(least, rarity(stem_term(prefix, stem), context));
  }
  return least;
}

// Inverse document frequencies, for choosing passages.
void weigh(QueryUnit& unit, const PlanContext& context) {
  double weight = 0;
  for (const UnitWord& word : unit.words) {
    weight += word_rarity(word, unit.field, context);
  }
  for (QueryUnit& part : unit.parts) {
    weigh(part, context);
    weight += part.weight;
  }
  unit.weight = std::max(weight, 0.01);
}

}  // namespace

std::vector<QueryWarning> prepare_units(std::span<QueryUnit> units, const PlanContext& context) {
  std::vector<QueryWarning> warnings;
  Expander expander(context.database, context.languages, context.analyzer);
  for (QueryUnit& unit : units) {
    tell_acronyms_apart(unit, context);
    bound(unit, warnings);
    expander.expand(unit);
    weigh(unit, context);
  }
  for (QueryWarning& warning : expander.take_warnings()) {
    warnings.push_back(std::move(warning));
  }
  return warnings;
}

}  // namespace lede
