// Writing addresses, and moving from one question to the next.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/page/page_query.h"

#include <algorithm>
#include <utility>

#include "searcher/api/percent_coding.h"

namespace lede::page {
namespace {

class ParameterList {
 public:
  void add(std::string_view name, std::string_view value) {
    if (!value.empty()) {
      text_ += text_.empty() ? '?' : '&';
      text_.append(name).append("=").append(serve::escaped_segment(value));
    }
  }
  void add_choice(const PageQuery& query) {
    add("q", query.q);
    for (const FieldFilter& filter : query.filters) {
      add(facet_name(filter.field), filter.value);
    }
    add("after", query.after);
    add("before", query.before);
    add("match", query.match == Match::kAuto ? "" : match_name(query.match));
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string parameters(const PageQuery& query) {
  ParameterList list;
  list.add_choice(query);
  list.add("sort", query.sort == Sort::kRelevance ? "" : sort_name(query.sort));
  list.add("all_of", query.all_of);
  list.add("page", query.page > 1 ? std::to_string(query.page) : "");
  return list.take();
}

PageQuery first_page_of(PageQuery query) {
  query.page = 1;
  query.all_of.clear();
  return query;
}

}  // namespace

std::string_view sort_name(Sort sort) {
  switch (sort) {
    case Sort::kNewest:
      return "newest";
    case Sort::kOldest:
      return "oldest";
    case Sort::kRelevance:
      break;
  }
  return "relevance";
}

std::string_view match_name(Match match) {
  switch (match) {
    case Match::kAll:
      return "all";
    case Match::kAny:
      return "any";
    case Match::kAuto:
      break;
  }
  return "auto";
}

PageQuery PageQuery::with_query(std::string query) const {
  PageQuery next = first_page_of(*this);
  next.q = std::move(query);
  return next;
}

PageQuery PageQuery::with_filter(FacetField field, const std::string& value) const {
  PageQuery next = first_page_of(*this);
  std::erase_if(next.filters, [&](const FieldFilter& filter) { return filter.field == field; });
  next.filters.push_back({field, value});
  return next;
}

PageQuery PageQuery::without_filter(const FieldFilter& filter) const {
  PageQuery next = first_page_of(*this);
  std::erase(next.filters, filter);
  return next;
}

PageQuery PageQuery::with_dates(std::string from, std::string to) const {
  PageQuery next = first_page_of(*this);
  next.after = std::move(from);
  next.before = std::move(to);
  return next;
}

PageQuery PageQuery::with_sort(Sort order) const {
  PageQuery next = first_page_of(*this);
  next.sort = order;
  return next;
}

PageQuery PageQuery::with_match(Match words) const {
  PageQuery next = first_page_of(*this);
  next.match = words;
  return next;
}

PageQuery PageQuery::with_all_of(std::string facet) const {
  PageQuery next = *this;
  next.all_of = std::move(facet);
  return next;
}

PageQuery PageQuery::with_page(std::uint64_t number) const {
  PageQuery next = *this;
  next.page = number;
  return next;
}

std::string search_url(const PageQuery& query) { return "/" + parameters(query); }

std::string article_url(std::string_view id, const PageQuery& query) {
  return "/article/" + serve::escaped_segment(id) + parameters(query);
}

std::string feed_url(const PageQuery& query) {
  ParameterList list;
  list.add_choice(query.q.empty() ? query.with_query("*") : query);
  return "/v1/feed" + list.take();
}

}  // namespace lede::page
