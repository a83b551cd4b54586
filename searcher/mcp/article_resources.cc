// Listing and reading articles.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/article_resources.h"

#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "searcher/api/endpoints.h"
#include "searcher/mcp/article_part.h"
#include "searcher/mcp/citations.h"

namespace lede::mcp {
namespace {

using serve::Answer;
using serve::Call;
using serve::Parameters;
using serve::Problem;

constexpr const char* kPageSize = "100";
constexpr unsigned kMostPages = 10;
constexpr std::size_t kLongestText = 1'000'000;
constexpr std::string_view kArticleType = "application/json";

// Where a listing goes on: "3.AbC" is page 3, counted from 0, which is where "AbC" leads.
struct Place {
  unsigned page = 0;
  std::string cursor;
};

std::optional<Place> parse_place(std::string_view text) {
  Place place;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, place.page);
  if (error != std::errc() || stop == end || *stop != '.' || place.page >= kMostPages) {
    return std::nullopt;
  }
  place.cursor.assign(stop + 1, end);
  return place;
}

Fault bad_cursor() { return {kInvalidParams, "\"cursor\" is none that was given"}; }

Fault fault_of(const Problem& problem) {
  return {problem.status == 400 ? kInvalidParams : kInternalError,
          problem.detail,
          {{"code", problem.code}}};
}

void put_description(OrderedJson& resource, const OrderedJson& hit) {
  std::string text;
  for (const char* name : {"publisher", "published"}) {
    if (const auto member = hit.find(name); member != hit.end()) {
      text.append(text.empty() ? "" : ", ").append(member->get<std::string>());
    }
  }
  if (!text.empty()) {
    resource["description"] = std::move(text);
  }
}

std::string listing(const Answer& answer, unsigned page) {
  const auto found = OrderedJson::parse(answer.body);
  OrderedJson resources = OrderedJson::array();
  for (const OrderedJson& hit : found.at("hits")) {
    const auto id = hit.at("id").get<std::string>();
    OrderedJson resource{{"uri", article_uri(id)}, {"name", hit.value("title", id)}};
    put_description(resource, hit);
    resource["mimeType"] = kArticleType;
    resources.push_back(std::move(resource));
  }
  OrderedJson result{{"resources", std::move(resources)}};
  if (found.contains("next") && page + 1 < kMostPages) {
    result["nextCursor"] = std::to_string(page + 1) + "." + found["next"].get<std::string>();
  }
  return written(result);
}

Fault no_resource(const std::string& uri) {
  return {kResourceNotFound, "there is no such resource", {{"uri", uri}}};
}

Outcome read_outcome(const Result<Answer>& answer, const std::string& uri) {
  if (!answer) {
    return answer.error().code == ErrorCode::kNotFound
               ? no_resource(uri)
               : fault_of(serve::problem_of(answer.error()));
  }
  auto article = OrderedJson::parse(answer->body);
  if (auto cut = cut_article(article, {0, kLongestText}); !cut) {
    return fault_of(serve::problem_of(cut.error()));
  }
  const OrderedJson content{{"uri", uri}, {"mimeType", kArticleType}, {"text", written(article)}};
  return written(OrderedJson{{"contents", OrderedJson::array({content})}});
}

}  // namespace

Reply list_resources(const Json& params, const serve::QueryLimits& limits) {
  Place place;
  if (const auto cursor = params.find("cursor"); cursor != params.end()) {
    auto parsed = cursor->is_string() ? parse_place(cursor->get_ref<const std::string&>())
                                      : std::optional<Place>();
    if (!parsed) {
      return bad_cursor();
    }
    place = *std::move(parsed);
  }
  Parameters parameters({{"q", "*"},
                         {"sort", "newest"},
                         {"limit", kPageSize},
                         {"snippets", "0"},
                         {"did_you_mean", "false"},
                         {"cursor", place.cursor}});
  auto planned = serve::plan_search({{}, {}, parameters, limits});
  if (const auto* problem = std::get_if<Problem>(&planned)) {
    return fault_of(*problem);
  }
  return Question{std::get<Call>(std::move(planned)),
                  [page = place.page](const Result<Answer>& answer) -> Outcome {
                    if (answer) {
                      return listing(*answer, page);
                    }
                    return answer.error().code == ErrorCode::kUsage
                               ? bad_cursor()
                               : fault_of(serve::problem_of(answer.error()));
                  }};
}

Reply list_templates(const Json& params) {
  if (params.contains("cursor")) {
    return bad_cursor();
  }
  const OrderedJson article{
      {"uriTemplate", kArticleTemplate},
      {"name", "article"},
      {"title", "An article of the archive"},
      {"description",
       "What is known of an article, and its text, as JSON. Ids are those that search finds."},
      {"mimeType", kArticleType}};
  return written(OrderedJson{{"resourceTemplates", OrderedJson::array({article})}});
}

Reply read_resource(const Json& params, const serve::QueryLimits& limits) {
  const auto sent = params.find("uri");
  if (sent == params.end() || !sent->is_string()) {
    return Fault{kInvalidParams, "\"uri\" is needed"};
  }
  const auto uri = sent->get<std::string>();
  auto id = id_of_uri(uri);
  if (!id) {
    return no_resource(uri);
  }
  Parameters parameters({});
  auto planned = serve::plan_document({*std::move(id), {}, parameters, limits});
  if (const auto* problem = std::get_if<Problem>(&planned)) {
    return fault_of(*problem);
  }
  return Question{std::get<Call>(std::move(planned)),
                  [uri](const Result<Answer>& answer) { return read_outcome(answer, uri); }};
}

}  // namespace lede::mcp
