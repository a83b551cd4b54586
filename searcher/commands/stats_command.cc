// lede-searcher stats
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exit_code.h"
#include "searcher/commands/command.h"
#include "searcher/commands/options.h"
#include "searcher/commands/streams.h"
#include "searcher/output/json.h"
#include "searcher/output/overview_text.h"

namespace lede {
namespace {

class StatsCommand : public Command {
 public:
  explicit StatsCommand(CLI::App& program)
      : Command(program.add_subcommand("stats", "Say what is in the database")->group("Commands")) {
    database_.add_to(app());
    app().add_flag("--json", json_, "Print it as JSON");
  }

  Result<int> run() override {
    auto searcher = database_.open();
    if (!searcher) {
      return fail(std::move(searcher).error());
    }
    const auto stats = searcher->stats();
    if (!stats) {
      return fail(stats.error());
    }
    const auto text = json_ ? stats_json(*stats, JsonLayout::kIndented) + "\n" : stats_text(*stats);
    if (auto printed = print(text); !printed) {
      return fail(std::move(printed).error());
    }
    return kExitOk;
  }

 private:
  DatabaseOption database_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_stats_command(CLI::App& program) {
  return std::make_unique<StatsCommand>(program);
}

}  // namespace lede
