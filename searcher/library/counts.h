// Dates, marks and counts, from the forms inside to those that programs see.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

#include "common/article.h"
#include "lede/answer.h"
#include "searcher/facets/facets.h"
#include "searcher/search.h"

namespace lede::v1 {

// Seconds since 1970 UTC.
[[nodiscard]] std::optional<std::chrono::sys_seconds> instant_of(std::optional<std::int64_t> time);

[[nodiscard]] std::vector<Mark> marks_of(const Marks& ranges);
[[nodiscard]] std::optional<Date> date_of(std::optional<PublishedDate>&& date);
[[nodiscard]] FacetCounts counts_of(lede::Facet&& facet);
[[nodiscard]] Timeline timeline_of(lede::Timeline&& timeline);

}  // namespace lede::v1
