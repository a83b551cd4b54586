// A document as it goes into the index: terms, values and data, whatever writes them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index_document.h"

#include <algorithm>

#include "indexer/sorted_names.h"

namespace lede {

std::vector<std::uint32_t> IndexDocument::sorted_terms() const {
  return sorted_by_name(terms.size(), [this](std::size_t i) { return name_of(terms[i]); });
}

void set_value(std::vector<IndexValue>& values, IndexValue value) {
  const auto place = std::lower_bound(
      values.begin(), values.end(), value.slot,
      [](const IndexValue& other, std::uint32_t slot) { return other.slot < slot; });
  if (place != values.end() && place->slot == value.slot) {
    place->bytes = std::move(value.bytes);
  } else {
    values.insert(place, std::move(value));
  }
}

Xapian::Document to_xapian(const IndexDocument& document) {
  Xapian::Document made;
  for (const IndexTerm& term : document.terms) {
    const std::string name(document.name_of(term));
    made.add_term(name, term.wdf);
    for (const std::uint32_t position : document.positions_of(term)) {
      made.add_posting(name, position, 0);
    }
  }
  for (const IndexValue& value : document.values) {
    made.add_value(value.slot, value.bytes);
  }
  made.set_data(document.data);
  return made;
}

}  // namespace lede
