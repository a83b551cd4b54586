// lede-indexer update: brings the database in step with folders of articles.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>

#include "common/exit_code.h"
#include "common/text/language.h"
#include "indexer/commands/command.h"
#include "indexer/commands/interrupt.h"
#include "indexer/commands/update_teller.h"
#include "indexer/update/update.h"

namespace lede {
namespace {

struct UpdateArguments {
  UpdateOptions options;
  TellOptions tell;
  std::size_t memory_mib = 512;
  std::size_t max_file_mib = 64;
  std::string language = "auto";
};

Result<void> settle(UpdateArguments& arguments) {
  UpdateOptions& options = arguments.options;
  options.memory = arguments.memory_mib << 20U;
  options.max_file_bytes = arguments.max_file_mib << 20U;
  arguments.tell.dry_run = options.dry_run;
  if (arguments.language != "auto") {
    options.language = normalize_language(arguments.language);
    if (options.language.empty()) {
      return fail(ErrorCode::kUsage, "--lang " + arguments.language + ": no language we know",
                  "give a tag such as en, or auto");
    }
  }
  options.now = std::chrono::duration_cast<std::chrono::seconds>(
                    std::chrono::system_clock::now().time_since_epoch())
                    .count();
  return {};
}

int run_update(UpdateArguments& arguments) {
  if (auto settled = settle(arguments); !settled) {
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

void add_choices(CLI::App& command, UpdateArguments& arguments) {
  UpdateOptions& options = arguments.options;
  command.add_option("--include", options.include, "Only files that match (may be repeated)")
      ->type_name("GLOB")
      ->allow_extra_args(false);
  command.add_option("--exclude", options.exclude, "No files or folders that match")
      ->type_name("GLOB")
      ->allow_extra_args(false);
  command
      .add_option("--max-file-size", arguments.max_file_mib,
                  "Larger files fail; of JSON lines, larger lines")
      ->type_name("MiB")
      ->check(CLI::Range(1, 2047))
      ->capture_default_str();
  command.add_option("--lang", arguments.language, "Language of articles that declare none")
      ->type_name("auto|xx")
      ->capture_default_str();
  command.add_flag("--full", options.full, "Read every file, also those that look unchanged");
  command.add_flag("--no-delete", options.no_delete, "Keep articles that vanished");
  command.add_flag("--allow-empty", options.allow_empty,
                   "Believe a folder in which nothing is left (it may be an unmounted disk)");
  command.add_flag("--dry-run,-n", options.dry_run, "Say what would be done and write nothing");
}

void add_manners(CLI::App& command, UpdateArguments& arguments) {
  arguments.options.jobs = std::max(1U, std::thread::hardware_concurrency());
  command
      .add_option("--jobs,-j", arguments.options.jobs,
                  "Threads that read and analyse; one more writes")
      ->type_name("N")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  command.add_option("--memory", arguments.memory_mib, "Memory for the whole process")
      ->type_name("MiB")
      ->check(CLI::Range(static_cast<int>(kMinimumMemory >> 20U), 1 << 20))
      ->capture_default_str();
  command.add_option("--report", arguments.tell.report, "Write what failed, and why, to this file")
      ->type_name("FILE.jsonl");
  command.add_option("--progress", arguments.tell.progress, "How to show progress")
      ->check(CLI::IsMember({"auto", "always", "never", "json"}))
      ->capture_default_str();
  command.add_flag("--json", arguments.tell.json, "Print the result as JSON");
  command.add_flag("--verbose,-v", arguments.tell.verbose, "Name every article that changes");
}

}  // namespace

void add_update(CommandSet& commands) {
  auto arguments = std::make_shared<UpdateArguments>();  // shared with the callback, which outlives
  CLI::App* command =
      commands.app.add_subcommand("update", "Bring the database in step with folders of articles");
  command->add_option("PATH", arguments->options.paths, "Folders of articles, or single files")
      ->required();
  add_database_option(*command, arguments->options.database);
  add_choices(*command, *arguments);
  add_manners(*command, *arguments);
  command->callback(
      [&commands, arguments] { commands.chosen = [arguments] { return run_update(*arguments); }; });
}

}  // namespace lede
