// lede-searcher suggest PREFIX
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include "common/exit_code.h"
#include "searcher/commands/command.h"
#include "searcher/commands/options.h"
#include "searcher/commands/streams.h"
#include "searcher/output/json.h"
#include "searcher/output/suggestions_text.h"

namespace lede {
namespace {

constexpr std::size_t kMostSuggestions = 100;

constexpr const char* kSuggestExamples =
    "Examples:\n"
    "  lede-searcher suggest harb\n"
    "  lede-searcher suggest harbour wa\n"
    "  lede-searcher suggest 'author:an'\n"
    "Exit codes: 0 suggestions, 1 none, 2 usage or error, 3 database missing or broken, 75 try "
    "again";

class SuggestCommand : public Command {
 public:
  explicit SuggestCommand(CLI::App& program)
      : Command(
            program.add_subcommand("suggest", "Say what may be typed next")->group("Commands")) {
    app().footer(kSuggestExamples);
    add_words(app(), "PREFIX", words_, "What was typed so far");
    database_.add_to(app());
    app()
        .add_option("-n,--limit", request_.limit, "Suggestions to show (10)")
        ->check(CLI::Range(std::size_t{0}, kMostSuggestions).description(""))
        ->type_name("N");
    app().add_flag("--json", json_, "Print one JSON object");
  }

  Result<int> run() override {
    auto searcher = database_.open();
    if (!searcher) {
      return fail(std::move(searcher).error());
    }
    request_.typed = joined_words(words_);
    const auto response = searcher->suggest(request_);
    if (!response) {
      return fail(response.error());
    }
    const std::string text = json_ ? suggestions_json(*response, JsonLayout::kIndented) + "\n"
                                   : suggestions_text(*response);
    if (auto printed = print(text); !printed) {
      return fail(std::move(printed).error());
    }
    return response->suggestions.empty() ? kExitNothing : kExitOk;
  }

 private:
  DatabaseOption database_;
  std::vector<std::string> words_;
  SuggestRequest request_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_suggest_command(CLI::App& program) {
  return std::make_unique<SuggestCommand>(program);
}

}  // namespace lede
