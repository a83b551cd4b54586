// Search results for people: one block a hit, wrapped to the terminal.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "searcher/output/terminal_style.h"
#include "searcher/search.h"

namespace lede {

// The hits, the first of them numbered `first_rank`; for standard output.
[[nodiscard]] std::string hits_text(const SearchResponse& response, std::size_t first_rank,
                                    const TerminalStyle& style);

// "1–10 of 120 articles · 4.1 ms" and what the reader should know beside; for standard error.
[[nodiscard]] std::string summary_text(const SearchResponse& response, std::size_t first_rank);

// Likewise where only counts are shown: "120 articles · 4.1 ms".
[[nodiscard]] std::string counted_text(const SearchResponse& response);

// Only what the reader should know: relaxed, cut short, warnings. May be empty.
[[nodiscard]] std::string warnings_text(const SearchResponse& response);

// 9876543 → "9,876,543".
[[nodiscard]] std::string grouped(std::uint64_t number);

}  // namespace lede
