// The names of fields and intervals.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/facets/facets.h"

namespace lede {

std::string_view facet_name(FacetField field) {
  switch (field) {
    case FacetField::kPublisher:
      return "publisher";
    case FacetField::kLanguage:
      return "language";
    case FacetField::kAuthor:
      return "author";
    case FacetField::kPlace:
      return "place";
    case FacetField::kYear:
      return "year";
    case FacetField::kMonth:
      break;
  }
  return "month";
}

std::string_view interval_name(Interval interval) {
  switch (interval) {
    case Interval::kYear:
      return "year";
    case Interval::kMonth:
      return "month";
    case Interval::kDay:
      return "day";
    case Interval::kAuto:
      break;
  }
  return "auto";
}

}  // namespace lede
