// Time of searches, in units that hardly depend on the machine and on what else it does.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "bench/guard/figures.h"
#include "bench/guard/questions.h"
#include "bench/guard/slowdown.h"
#include "bench/guard/subject.h"

namespace lede::guard {

// Asks everything `rounds` times; of each class, figures by kXapian and kLoop.
[[nodiscard]] std::vector<Figure> measure_time(Subject& subject, const Questions& questions,
                                               const Slowdown& slowdown, std::size_t rounds);

}  // namespace lede::guard
