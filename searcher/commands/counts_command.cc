// lede-searcher facets QUERY… and timeline QUERY…: counts instead of hits.
// SPDX-License-Identifier: GPL-3.0-or-later
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

constexpr std::size_t kMostValues = 100'000;

// What both have in common. The articles counted are those whose first page search shows.
class CountsCommand : public Command {
 public:
  explicit CountsCommand(CLI::App* command) : Command(command) {
    add_words(app(), "QUERY", words_, "Query as for search; * for all articles");
    database_.add_to(app());
    add_match(app(), request_.match);
    add_dates(app(), request_);
    add_filters(app(), request_.filters);
    app().add_flag("--json", json_, "Print one JSON object");
    add_color(app(), color_);
    request_.metadata_only = true;
  }

  Result<int> run() override {
    auto searcher = database_.open();
    if (!searcher) {
      return fail(std::move(searcher).error());
    }
    request_.query = joined_words(words_);
    prepare();
    const auto response = searcher->search(request_);
    if (!response) {
      return fail(response.error());
    }
    const TerminalStyle style = terminal_style(color_, stdout_facts());
    const std::string text = json_ ? counts_json(*response, JsonLayout::kIndented) + "\n"
                                   : facets_text(response->facets, response->timeline, style);
    if (auto printed = print(text); !printed) {
      return fail(std::move(printed).error());
    }
    if (auto flushed = flush_output(); !flushed) {
      return fail(std::move(flushed).error());
    }
    if (!json_) {
      note(counted_text(*response));
    }
    return response->total > 0 ? kExitOk : kExitNothing;
  }

 protected:
  virtual void prepare() {}
  [[nodiscard]] FacetRequest& wanted() { return request_.facets; }

 private:
  DatabaseOption database_;
  std::vector<std::string> words_;
  SearchRequest request_;
  ColorChoice color_ = ColorChoice::kAuto;
  bool json_ = false;
};

class FacetsCommand : public CountsCommand {
 public:
  explicit FacetsCommand(CLI::App& program)
      : CountsCommand(program.add_subcommand("facets", "Count who published what, where and when")
                          ->group("Commands")) {
    add_facets(app(), wanted().fields);
    app()
        .add_option("-n,--limit", wanted().limit, "Values to show of each field (10)")
        ->check(CLI::Range(std::size_t{0}, kMostValues).description(""))
        ->type_name("N");
  }

 protected:
  void prepare() override {
    if (wanted().fields.empty()) {
      wanted().fields = {FacetField::kPublisher, FacetField::kLanguage, FacetField::kAuthor,
                         FacetField::kPlace, FacetField::kYear};
    }
  }
};

class TimelineCommand : public CountsCommand {
 public:
  explicit TimelineCommand(CLI::App& program)
      : CountsCommand(program.add_subcommand("timeline", "Count articles by year, month or day")
                          ->group("Commands")) {
    wanted().timeline = Interval::kAuto;
    add_choice<Interval>(app(), "--interval", interval_,
                         {{"auto", Interval::kAuto},
                          {"year", Interval::kYear},
                          {"month", Interval::kMonth},
                          {"day", Interval::kDay}},
                         "Length of a step; usually what suits the span (auto)");
  }

 protected:
  void prepare() override { wanted().timeline = interval_; }

 private:
  Interval interval_ = Interval::kAuto;
};

}  // namespace

std::unique_ptr<Command> make_facets_command(CLI::App& program) {
  return std::make_unique<FacetsCommand>(program);
}

std::unique_ptr<Command> make_timeline_command(CLI::App& program) {
  return std::make_unique<TimelineCommand>(program);
}

}  // namespace lede
