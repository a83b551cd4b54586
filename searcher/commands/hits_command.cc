// Asking, printing the hits, and saying on standard error what they are.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/commands/hits_command.h"

#include "common/exit_code.h"
#include "searcher/commands/streams.h"
#include "searcher/output/facets_text.h"
#include "searcher/output/hits_text.h"
#include "searcher/output/json.h"

namespace lede {
namespace {

constexpr std::size_t kMostHits = 10'000;
constexpr std::size_t kMostSnippets = 100;
// CLI11 reads "-1" as a large number; these ranges refuse it.
constexpr std::size_t kMostSkipped = 1'000'000'000;
constexpr std::uint32_t kLongestTimeout = 86'400'000;

std::string text_for_people(const SearchResponse& response, const TerminalStyle& style) {
  std::string text = hits_text(response, response.skipped + 1, style);
  const std::string facets = facets_text(response.facets, response.timeline, style);
  return text + (text.empty() || facets.empty() ? "" : "\n") + facets;
}

}  // namespace

Result<int> HitsCommand::run() {
  if ((json_ && jsonl_) || (json_ && ids_) || (jsonl_ && ids_)) {
    return fail(ErrorCode::kUsage, "--json, --jsonl and --ids exclude each other");
  }
  auto searcher = database_.open();
  if (!searcher) {
    return fail(std::move(searcher).error());
  }
  request_.metadata_only = format() == Format::kIds;
  const auto response = answer(*searcher);
  if (!response) {
    return fail(response.error());
  }
  if (auto printed = print(text_of(*response)); !printed) {
    return fail(std::move(printed).error());
  }
  if (auto flushed = flush_output(); !flushed) {  // before the summary, which goes elsewhere
    return fail(std::move(flushed).error());
  }
  tell_about(*response);
  const bool found = !response->hits.empty() || (request_.limit == 0 && response->total > 0);
  return found ? kExitOk : kExitNothing;
}

void HitsCommand::add_page_options() {
  app()
      .add_option("-n,--limit", request_.limit, "Hits to show (10)")
      ->check(CLI::Range(std::size_t{0}, kMostHits).description(""))
      ->type_name("N");
  app()
      .add_option("--offset", request_.offset, "Hits to skip (0)")
      ->check(CLI::Range(std::size_t{0}, kMostSkipped).description(""))
      ->type_name("N");
  app()
      .add_option("--cursor", request_.cursor, "Go on after the page whose \"next\" this is")
      ->type_name("TOKEN");
  app()
      .add_option("--snippets", request_.snippets, "Passages to show of each (2)")
      ->check(CLI::Range(std::size_t{0}, kMostSnippets).description(""))
      ->type_name("N");
  add_choice<Sort>(
      app(), "--sort", request_.sort,
      {{"relevance", Sort::kRelevance}, {"newest", Sort::kNewest}, {"oldest", Sort::kOldest}},
      "Order of the hits (relevance)");
  add_ranking(app(), request_);
}

void HitsCommand::add_filter_options() {
  add_dates(app(), request_);
  add_filters(app(), request_.filters);
  add_facets(app(), request_.facets.fields);
  add_timezone(app(), request_.parse.zone);
  app()
      .add_option("--timeout", request_.timeout_ms, "Stop after this time with what was found")
      ->check(CLI::Range(std::uint32_t{0}, kLongestTimeout).description(""))
      ->type_name("MS");
}

void HitsCommand::add_format_options() {
  app().add_flag("--explain", request_.explain, "Say where each score comes from");
  app().add_flag("--json", json_, "Print one JSON object");
  app().add_flag("--jsonl", jsonl_, "Print a JSON object a hit");
  app().add_flag("--ids", ids_, "Print an id a hit");
  add_color(app(), color_);
}

HitsCommand::Format HitsCommand::format() const {
  if (json_) {
    return Format::kJson;
  }
  if (jsonl_) {
    return Format::kJsonl;
  }
  return ids_ ? Format::kIds : Format::kText;
}

std::string HitsCommand::text_of(const SearchResponse& response) const {
  switch (format()) {
    case Format::kText:
      return text_for_people(response, terminal_style(color_, stdout_facts()));
    case Format::kJson:
      return response_json(response, JsonLayout::kIndented) + "\n";
    case Format::kJsonl:
    case Format::kIds:
      break;
  }
  std::string lines;
  for (const auto& hit : response.hits) {
    lines.append(format() == Format::kIds ? hit.id : hit_json(hit)).append("\n");
  }
  return lines;
}

void HitsCommand::tell_about(const SearchResponse& response) const {
  if (format() == Format::kText) {
    note(summary_text(response, response.skipped + 1));
  } else if (format() != Format::kJson) {  // JSON says it all itself
    note(warnings_text(response));
  }
}

}  // namespace lede
