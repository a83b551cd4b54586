// Which terms of the index a pattern, a fuzzy word or a word's stem stands for: the most frequent
// ones, and no more than can be matched in time.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/plan/index_languages.h"
#include "searcher/plan/limits.h"
#include "searcher/plan/units.h"

namespace lede {

// For one query: what one expansion takes is not there for the next.
class Expander {
 public:
  Expander(const Xapian::Database& database, std::span<const IndexLanguage> languages,
           Analyzer& analyzer)
      : database_(database), languages_(languages), analyzer_(analyzer) {}

  // Fills the slots of all writings of `unit` and of its parts with terms of the index. Throws
  // Xapian::Error.
  void expand(QueryUnit& unit);

  // What was cut, in the order found.
  [[nodiscard]] std::vector<QueryWarning> take_warnings() { return std::move(warnings_); }

 private:
  struct Found {
    Xapian::doccount frequency = 0;
    std::string term;
  };

  void expand_writings(QueryUnit& unit, std::size_t at);
  void expand_fuzzy(QueryUnit& unit);
  void add_pattern_terms(WordSlot& slot, Field field);
  void add_forms(WordSlot& slot, Field field);
  void add_near_terms(WordSlot& slot, Field field);
  bool scan(std::string_view prefix, std::string_view start, std::size_t most,
            const std::function<bool(const std::string&)>& fits, std::vector<Found>& found) const;
  [[nodiscard]] bool is_common(const std::string& term) const;
  [[nodiscard]] bool shares_stem(std::string_view term, const WordSlot& slot);
  // Keeps the most frequent of `found` that there is room for.
  void keep(std::vector<Found> found, std::vector<std::string>& terms);
  void warn_of_cut(const QueryUnit& unit, std::size_t at);

  const Xapian::Database& database_;
  std::span<const IndexLanguage> languages_;
  Analyzer& analyzer_;
  std::size_t left_ = limit::kExpansions;
  bool cut_ = false;  // the unit at hand has lost terms
  std::vector<QueryWarning> warnings_;
};

}  // namespace lede
