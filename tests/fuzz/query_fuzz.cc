// Any bytes as a query: parsing ends, keeps the promises of tree.h, and the tree reads back.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "searcher/query/dates.h"
#include "tests/unit/searcher/query/query_invariants.h"

namespace {

constexpr std::int64_t kNow = 1718366400;  // 2024-06-14T12:00:00 UTC

// One whose clocks change at midnight.
lede::TimeZone zone() {
  static const auto havana = lede::TimeZone::find("America/Havana");
  return havana ? *havana : lede::TimeZone();
}

void check(std::string_view query, const lede::ParseOptions& options) {
  const std::string broken = lede::test::broken_invariant(query, options);
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  lede::ParseOptions options;
  options.now = kNow;
  check(query, options);
  options.limits = {1U << 20, 1U << 16, 1U << 16};
  options.zone = zone();
  check(query, options);
  options.strict = true;
  check(query, options);
  // As the options --after and --before hand over any text.
  if (const auto range = lede::parse_date_range(query, {kNow, options.zone})) {
    const lede::DateRange& dates = range->range;
    if (dates.from && dates.to && *dates.from > *dates.to) {
      std::abort();
    }
  }
  return 0;
}
