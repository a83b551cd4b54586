// What is wrong, in words, and what to do next: a bad query, a broken database and a missing
// article are three different pages.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "searcher/api/problem.h"
#include "searcher/serve/page/page_query.h"

namespace lede::page {

// `address` is what was asked, to try again.
struct ProblemContext {
  PageQuery query;
  std::string_view address;
  std::string_view request_id;
};

[[nodiscard]] std::string problem_page(const serve::Problem& problem,
                                       const ProblemContext& context);

}  // namespace lede::page
