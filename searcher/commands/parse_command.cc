// lede-searcher parse QUERY…: how a query is understood, without a database.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ctime>
#include <string>
#include <vector>

#include "common/exit_code.h"
#include "searcher/commands/command.h"
#include "searcher/commands/options.h"
#include "searcher/commands/streams.h"
#include "searcher/output/json.h"
#include "searcher/output/overview_text.h"

namespace lede {
namespace {

class ParseCommand : public Command {
 public:
  explicit ParseCommand(CLI::App& program)
      : Command(
            program.add_subcommand("parse", "Show how a query is understood")->group("Commands")) {
    add_words(app(), "QUERY", words_, "Query as for search");
    app().add_flag("--json", json_, "Print it as JSON");
    add_timezone(app(), options_.zone);
    app().add_flag("--strict", options_.strict, "Refuse what search --strict refuses");
  }

  Result<int> run() override {
    const std::string query = joined_words(words_);
    options_.now = std::time(nullptr);
    const auto parsed = parse_query(query, options_);
    if (!parsed) {
      return fail(parsed.error());
    }
    const auto text = json_ ? parsed_json(query, *parsed, JsonLayout::kIndented) + "\n"
                            : parsed_text(query, *parsed);
    if (auto printed = print(text); !printed) {
      return fail(std::move(printed).error());
    }
    return kExitOk;
  }

 private:
  std::vector<std::string> words_;
  ParseOptions options_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_parse_command(CLI::App& program) {
  return std::make_unique<ParseCommand>(program);
}

}  // namespace lede
