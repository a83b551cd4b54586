// lede-indexer update: brings the database in step with folders of articles.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include "common/exit_code.h"
#include "indexer/commands/command.h"
#include "indexer/commands/interrupt.h"
#include "indexer/commands/update_arguments.h"

namespace lede {
namespace {

int run_update(UpdateArguments& arguments) {
  if (auto settled = settle_options(arguments); !settled) {
    return complain(settled.error());
  }
  UpdateTeller teller(arguments.tell);
  if (auto opened = teller.open_report(); !opened) {
    return complain(opened.error());
  }
  const auto result = update(arguments.options, stop_on_signals(), teller.observer());
  if (!result) {
    teller.clear();
    return complain(result.error());
  }
  teller.finish(*result);
  if (!teller.close_report()) {
    return complain(
        {ErrorCode::kIo, arguments.tell.report + ": the report could not be written", ""});
  }
  if (result->interrupted) {
    return kExitInterrupted;
  }
  return result->counts.failed > 0 ? kExitNothing : kExitOk;
}

}  // namespace

void add_update(CommandSet& commands) {
  auto arguments = std::make_shared<UpdateArguments>();  // shared with the callback, which outlives
  CLI::App* command =
      commands.app.add_subcommand("update", "Bring the database in step with folders of articles");
  add_update_options(*command, *arguments);
  UpdateOptions& options = arguments->options;
  command->add_flag("--full", options.full, "Read every file, also those that look unchanged");
  command->add_flag("--dry-run,-n", options.dry_run, "Say what would be done and write nothing");
  command->callback(
      [&commands, arguments] { commands.chosen = [arguments] { return run_update(*arguments); }; });
}

}  // namespace lede
