// lede-indexer relearn: learns anew which lines repeat across the articles of an outlet.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include "common/exit_code.h"
#include "indexer/article_json.h"
#include "indexer/commands/command.h"
#include "indexer/commands/interrupt.h"
#include "indexer/update/progress.h"
#include "indexer/upkeep/relearn.h"

namespace lede {
namespace {

struct RelearnArguments {
  std::string database;
  bool json = false;
};

// "1 outlet", "2 outlets"
std::string counted(std::uint64_t number, const std::string& noun) {
  return with_thousands(number) + " " + noun + (number == 1 ? "" : "s");
}

int run_relearn(const RelearnArguments& arguments) {
  const auto report = relearn(arguments.database, stop_on_signals());
  if (!report) {
    return complain(report.error());
  }
  if (arguments.json) {
    std::cout << json_line({{"format_version", 1},
                            {"articles", report->articles},
                            {"changed", report->changed},
                            {"outlets", report->outlets},
                            {"lines", report->lines},
                            {"interrupted", report->interrupted}})
              << "\n";
  } else {
    std::cerr << counted(report->lines, "repeated line") << " of "
              << counted(report->outlets, "outlet") << "; changed "
              << with_thousands(report->changed) << " of " << counted(report->articles, "article")
              << "\n";
  }
  return report->interrupted ? kExitInterrupted : kExitOk;
}

}  // namespace

void add_relearn(CommandSet& commands) {
  auto arguments = std::make_shared<RelearnArguments>();  // shared with the callback
  CLI::App* command = commands.app.add_subcommand(
      "relearn", "Learn anew which lines repeat in an outlet's articles, and take them out");
  add_database_option(*command, arguments->database);
  command->add_flag("--json", arguments->json, "Print the result as JSON");
  command->callback([&commands, arguments] {
    commands.chosen = [arguments] { return run_relearn(*arguments); };
  });
}

}  // namespace lede
