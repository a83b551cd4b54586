// Writing pages of problems.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/page/problem_page.h"

#include "searcher/serve/page/notices.h"
#include "searcher/serve/page/search_tips.h"
#include "searcher/serve/page/shell.h"

namespace lede::page {
namespace {

enum class Kind : std::uint8_t { kQuery, kParameter, kMissing, kDatabase, kBusy, kKey, kOther };

Kind kind_of(const serve::Problem& problem) {
  if (problem.param == "q") {
    return Kind::kQuery;
  }
  if (!problem.param.empty()) {
    return Kind::kParameter;
  }
  if (problem.status == 404) {
    return Kind::kMissing;
  }
  if (problem.status == 401) {
    return Kind::kKey;
  }
  if (problem.code.starts_with("database_") && problem.code != "database_busy") {
    return Kind::kDatabase;
  }
  return problem.status == 503 ? Kind::kBusy : Kind::kOther;
}

std::string_view heading_of(Kind kind) {
  switch (kind) {
    case Kind::kQuery:
      return "This query cannot be searched for";
    case Kind::kParameter:
      return "This address is not understood";
    case Kind::kMissing:
      return "There is no such article";
    case Kind::kDatabase:
      return "The archive cannot be searched now";
    case Kind::kBusy:
      return "The server is busy";
    case Kind::kKey:
      return "A key is needed";
    case Kind::kOther:
      break;
  }
  return "This did not work";
}

// Where in the query the trouble is, as far as that is known.
std::optional<std::size_t> place_of(const serve::Problem& problem, const std::string& query) {
  if (problem.code == "query_too_long") {
    return ParseLimits{}.bytes;
  }
  const auto parsed = parse_query(query, {});
  if (parsed && !parsed->warnings.empty()) {
    return parsed->warnings.front().at;
  }
  return std::nullopt;
}

void write_query_help(HtmlWriter& html, const serve::Problem& problem, const PageQuery& query) {
  if (const auto place = place_of(problem, query.q)) {
    const auto line = html.element("p");
    html.text("It is here: ");
    write_marked_query(html, query.q, *place);
  }
  html.element_of("p", {}, "Change it in the box above.");
  write_search_tips(html);
}

void write_next_step(HtmlWriter& html, Kind kind, const ProblemContext& context) {
  const auto line = html.element("p");
  switch (kind) {
    case Kind::kDatabase:
      html.text("Nothing is wrong with what you typed. Whoever runs this server can look with ");
      html.element_of("code", {}, "lede-indexer check");
      html.text(" and build the archive again with ");
      html.element_of("code", {}, "lede-indexer update");
      html.text(". ");
      html.element_of("a", {{"href", context.address}}, "Try again");
      return;
    case Kind::kBusy:
      html.element_of("a", {{"href", context.address}}, "Try again");
      return;
    case Kind::kMissing:
      html.text("It may have been removed from the archive since. ");
      html.element_of("a", {{"href", search_url(context.query)}}, "Back to the results");
      return;
    case Kind::kKey:
      html.text("Load the page again: the name does not matter, the password is the key.");
      return;
    default:
      break;
  }
  html.element_of("a", {{"href", "/"}}, "Start again");
}

}  // namespace

std::string problem_page(const serve::Problem& problem, const ProblemContext& context) {
  const Kind kind = kind_of(problem);
  const std::string heading(heading_of(kind));
  return page_of({heading, context.query, false}, [&](HtmlWriter& html) {
    const auto columns = html.element("div", {{"class", "columns"}});
    const auto box = html.element("div", {{"class", "results problem"}});
    html.element_of("h1", {}, heading);
    if (kind != Kind::kKey) {
      const auto detail = html.element("p", {{"class", "detail"}});
      html.element_of("bdi", {}, problem.detail);
      if (kind == Kind::kParameter) {
        html.text(" (" + problem.param + ")");
      }
    }
    if (kind == Kind::kQuery) {
      write_query_help(html, problem, context.query);
    } else {
      write_next_step(html, kind, context);
    }
    html.element_of("p", {{"class", "quiet"}},
                    std::string(problem.code) + " · request " + std::string(context.request_id));
  });
}

}  // namespace lede::page
