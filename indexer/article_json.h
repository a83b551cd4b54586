// An article as JSON: what `extract` and `export` print, and the JSON reader reads again.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "common/article.h"

namespace lede {

// "2024", "2024-05", "2024-05-31", "2024-05-31T12:30Z", "2024-05-31T12:30:05Z": as much as is
// known.
[[nodiscard]] std::string date_text(const PublishedDate& published);

// "year" … "second".
[[nodiscard]] std::string precision_name(DatePrecision precision);

struct ArticleJsonOptions {
  bool id = true;
  bool zone_text = true;  // what was taken out, not only where it stood
};

// Fields in a fixed order; what is unknown is absent.
[[nodiscard]] nlohmann::ordered_json article_json(const Article& article,
                                                  const ArticleJsonOptions& options);

// One line, with bytes that are no UTF-8 replaced.
[[nodiscard]] std::string json_line(const nlohmann::ordered_json& json);

}  // namespace lede
