// The names that may stand before a colon.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/query/tree.h"

namespace lede::query {

// How what follows the colon is read.
enum class FieldRole : std::uint8_t { kText, kLanguage, kId, kHas, kIs, kDate, kAfter, kBefore };

struct FieldName {
  Field field = Field::kAny;  // kAny for dates
  FieldRole role = FieldRole::kText;

  bool operator==(const FieldName&) const = default;
};

// The field called `name`, in any case, by its own name or another one of it.
[[nodiscard]] std::optional<FieldName> find_field(std::string_view name);

// The known name most like `name`, or an empty one where none is near.
[[nodiscard]] std::string_view nearest_field(std::string_view name);

// What stands before a colon in a URL or a message header: "https", "mailto", "re".
[[nodiscard]] bool is_scheme(std::string_view name);

// What "has:name" looks for: "author" also for "by". Nothing where no such thing is known of
// articles.
[[nodiscard]] std::optional<std::string> find_had(std::string_view name);

// Likewise of "is:": "wire".
[[nodiscard]] std::optional<std::string> find_state(std::string_view name);

// The known ones, "title, author, …".
[[nodiscard]] std::string_view known_had();
[[nodiscard]] std::string_view known_states();

// The first name of `field`, "title"; empty for kAny.
[[nodiscard]] std::string_view field_name(Field field);

}  // namespace lede::query
