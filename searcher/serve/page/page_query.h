// What a page of results shows, and the address that says so. Addresses are made to be shared.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search.h"

namespace lede::page {

inline constexpr std::size_t kHitsAPage = 10;

struct PageQuery {
  std::string q;
  std::vector<FieldFilter> filters;
  std::string after;   // as in the query language
  std::string before;  // likewise; not included
  Sort sort = Sort::kRelevance;
  Match match = Match::kAuto;
  std::uint64_t page = 1;
  std::string all_of;  // the facet that is shown with all its values

  // Whether anything narrows the archive down.
  [[nodiscard]] bool is_everything() const {
    return q.empty() && filters.empty() && after.empty() && before.empty();
  }

  // Another question starts on its first page.
  [[nodiscard]] PageQuery with_query(std::string query) const;
  [[nodiscard]] PageQuery with_filter(FacetField field, const std::string& value) const;
  [[nodiscard]] PageQuery without_filter(const FieldFilter& filter) const;
  [[nodiscard]] PageQuery with_dates(std::string from, std::string to) const;
  [[nodiscard]] PageQuery with_sort(Sort order) const;
  [[nodiscard]] PageQuery with_match(Match words) const;
  [[nodiscard]] PageQuery with_all_of(std::string facet) const;
  [[nodiscard]] PageQuery with_page(std::uint64_t number) const;
};

[[nodiscard]] std::string_view sort_name(Sort sort);
[[nodiscard]] std::string_view match_name(Match match);

// "/?q=ferry&publisher=Island+Gazette"
[[nodiscard]] std::string search_url(const PageQuery& query);

// "/article/ID?q=ferry…": the article, and the way back to the results it was in.
[[nodiscard]] std::string article_url(std::string_view id, const PageQuery& query);

// "/v1/feed?q=…" of the same articles, the newest first.
[[nodiscard]] std::string feed_url(const PageQuery& query);

}  // namespace lede::page
