// Who wrote what, where and when, over all articles that match: exact counts.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lede {

enum class FacetField : std::uint8_t { kPublisher, kLanguage, kAuthor, kPlace, kYear, kMonth };

inline constexpr FacetField kFacetFields[] = {FacetField::kPublisher, FacetField::kLanguage,
                                              FacetField::kAuthor,    FacetField::kPlace,
                                              FacetField::kYear,      FacetField::kMonth};

// "publisher", "language", …
[[nodiscard]] std::string_view facet_name(FacetField field);

struct FacetValue {
  std::string value;  // as printed; years and months as 2024 and 2024-05
  std::uint64_t count = 0;

  bool operator==(const FacetValue&) const = default;
};

// Only articles of which one value of `field` is exactly this. Of several filters on one field one
// is enough.
struct FieldFilter {
  FacetField field = FacetField::kPublisher;
  std::string value;  // as in FacetValue

  bool operator==(const FieldFilter&) const = default;
};

struct Facet {
  FacetField field = FacetField::kPublisher;
  std::vector<FacetValue> values;  // the most frequent first, then by name
  std::uint64_t more = 0;          // further values, which the limit left out
  std::uint64_t missing = 0;       // articles without a value
};

enum class Interval : std::uint8_t { kAuto, kYear, kMonth, kDay };

// "year", "month" or "day"; "auto".
[[nodiscard]] std::string_view interval_name(Interval interval);

// Articles by time: every year, month or day from the first that has one to the last.
struct Timeline {
  Interval interval = Interval::kYear;  // never kAuto
  std::vector<FacetValue> buckets;      // ascending, without gaps: a count may be 0
  std::uint64_t missing = 0;            // without a date, or with one that is not so precise
};

struct FacetRequest {
  std::vector<FacetField> fields;
  std::size_t limit = 10;  // values of each
  std::optional<Interval> timeline;
  double seconds = 0;  // to take for a pass; 0 for as long as it needs

  [[nodiscard]] bool empty() const { return fields.empty() && !timeline; }
};

}  // namespace lede
