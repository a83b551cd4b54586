// lede-searcher search QUERY…
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <string>
#include <vector>

#include "common/exit_code.h"
#include "searcher/commands/command.h"
#include "searcher/commands/options.h"
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

enum class Format : std::uint8_t { kText, kJson, kJsonl, kIds };

constexpr const char* kExamples =
    "Examples:\n"
    "  lede-searcher search harbour wall\n"
    "  lede-searcher search '\"harbour wall\" (flood OR storm)' --sort newest\n"
    "  lede-searcher search ferry date:2024-05..2024-06 source:gazette -n 3\n"
    "  lede-searcher search -- ferry -strike      (-- lets a word start with a dash)\n"
    "Exit codes: 0 hits, 1 none, 2 usage or error, 3 database missing or broken, 75 try again";

class SearchCommand : public Command {
 public:
  explicit SearchCommand(CLI::App& program)
      : Command(program.add_subcommand("search", "Find articles and show why they match")
                    ->group("Commands")) {
    app().footer(kExamples);
    add_words(app(), "QUERY", words_, "What to look for");
    database_.add_to(app());
    add_page_options();
    add_filter_options();
    add_format_options();
  }

  Result<int> run() override {
    if ((json_ && jsonl_) || (json_ && ids_) || (jsonl_ && ids_)) {
      return fail(ErrorCode::kUsage, "--json, --jsonl and --ids exclude each other");
    }
    auto searcher = database_.open();
    if (!searcher) {
      return fail(std::move(searcher).error());
    }
    request_.query = joined_words(words_);
    request_.metadata_only = format() == Format::kIds;
    const auto response = searcher->search(request_);
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

 private:
  void add_page_options() {
    app()
        .add_option("-n,--limit", request_.limit, "Hits to show (10)")
        ->check(CLI::Range(std::size_t{0}, kMostHits).description(""))
        ->type_name("N");
    app()
        .add_option("--offset", request_.offset, "Hits to skip (0)")
        ->check(CLI::Range(std::size_t{0}, kMostSkipped).description(""))
        ->type_name("N");
    app()
        .add_option("--snippets", request_.snippets, "Passages to show of each (2)")
        ->check(CLI::Range(std::size_t{0}, kMostSnippets).description(""))
        ->type_name("N");
    add_choice<Sort>(
        app(), "--sort", request_.sort,
        {{"relevance", Sort::kRelevance}, {"newest", Sort::kNewest}, {"oldest", Sort::kOldest}},
        "Order of the hits (relevance)");
  }

  void add_filter_options() {
    add_match(app(), request_.match);
    add_dates(app(), request_);
    add_facets(app(), request_.facets.fields);
    add_timezone(app(), request_.parse.zone);
    app()
        .add_option("--timeout", request_.timeout_ms, "Stop after this time with what was found")
        ->check(CLI::Range(std::uint32_t{0}, kLongestTimeout).description(""))
        ->type_name("MS");
    app().add_flag_callback(
        "--no-did-you-mean", [this] { request_.did_you_mean = false; },
        "Do not look for other spellings when there are few hits");
    app().add_flag("--strict", request_.parse.strict,
                   "Refuse a query that is not understood whole");
  }

  void add_format_options() {
    app().add_flag("--json", json_, "Print one JSON object");
    app().add_flag("--jsonl", jsonl_, "Print a JSON object a hit");
    app().add_flag("--ids", ids_, "Print an id a hit");
    add_color(app(), color_);
  }

  [[nodiscard]] Format format() const {
    if (json_) {
      return Format::kJson;
    }
    if (jsonl_) {
      return Format::kJsonl;
    }
    return ids_ ? Format::kIds : Format::kText;
  }

  [[nodiscard]] std::string text_of(const SearchResponse& response) const {
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

  [[nodiscard]] std::string text_for_people(const SearchResponse& response,
                                            const TerminalStyle& style) const {
    std::string text = hits_text(response, request_.offset + 1, style);
    const std::string facets = facets_text(response.facets, response.timeline, style);
    return text + (text.empty() || facets.empty() ? "" : "\n") + facets;
  }

  void tell_about(const SearchResponse& response) const {
    if (format() == Format::kText) {
      note(summary_text(response, request_.offset + 1));
    } else if (format() != Format::kJson) {  // JSON says it all itself
      note(warnings_text(response));
    }
  }

  DatabaseOption database_;
  std::vector<std::string> words_;
  SearchRequest request_;
  ColorChoice color_ = ColorChoice::kAuto;
  bool json_ = false;
  bool jsonl_ = false;
  bool ids_ = false;
};

}  // namespace

std::unique_ptr<Command> make_search_command(CLI::App& program) {
  return std::make_unique<SearchCommand>(program);
}

}  // namespace lede
