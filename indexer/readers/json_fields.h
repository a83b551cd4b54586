// What the fields of an article are called in the records people have: one table of synonyms,
// shared by JSON, JSON lines and front matter.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "indexer/readers/reader.h"

namespace lede {

enum class JsonField : std::uint8_t {
  kId,
  kTitle,
  kText,
  kDate,
  kAuthor,
  kPublisher,
  kUrl,
  kLanguage,
  kPlace,
  kAgency,
  kSection,
  kModified,
};
inline constexpr std::size_t kFieldCount = 12;

struct FieldName {
  JsonField field = JsonField::kId;
  std::size_t rank = 0;  // of two names for the same field in a record, the lower rank wins
};

// Looks a key up, letter case, "_" and "-" aside. False when it names no field.
[[nodiscard]] bool find_field(std::string_view key, FieldName& name);

// The fields of one record as they are met, in any order.
class FieldCollector {
 public:
  // Several values are several authors, or paragraphs of a text.
  void add(FieldName name, std::vector<std::string>&& values);

  [[nodiscard]] bool has(JsonField field) const;

  // The page with these fields. `from` names where a date was found: "field", "front-matter".
  [[nodiscard]] RawPage take_fields(std::string_view from, const ReadContext& context);

  // The same for a record; kUnreadable when it has neither a text nor a title.
  [[nodiscard]] Result<RawPage> take_page(std::string_view from, const ReadContext& context);

 private:
  struct Slot {
    std::size_t rank = 0;
    std::vector<std::string> values;
  };

  [[nodiscard]] std::string take(JsonField field, std::string_view separator = "; ");

  std::array<Slot, kFieldCount> slots_;
};

}  // namespace lede
