// Facets and timelines for people: names, counts and small bars.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>

#include "searcher/facets/facets.h"
#include "searcher/output/terminal_style.h"

namespace lede {

// A block for each facet, with its name above, and one for the timeline.
[[nodiscard]] std::string facets_text(std::span<const Facet> facets,
                                      const std::optional<Timeline>& timeline,
                                      const TerminalStyle& style);

}  // namespace lede
