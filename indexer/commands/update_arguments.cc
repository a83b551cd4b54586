// What `update` and `watch` can be told on the command line.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/update_arguments.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <thread>

#include "common/text/language.h"
#include "indexer/commands/command.h"
#include "indexer/upkeep/check.h"

namespace lede {
namespace {

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
  command.add_flag("--no-delete", options.no_delete, "Keep articles that vanished");
  command.add_flag("--allow-empty", options.allow_empty,
                   "Believe a folder in which nothing is left (it may be an unmounted disk)");
}

void add_writer(CLI::App& command, UpdateArguments& arguments) {
  static const std::map<std::string, WriterRequest> kWriters = {
      {"auto", WriterRequest::kAuto}, {"bulk", WriterRequest::kBulk}, {"api", WriterRequest::kApi}};
  command
      .add_option("--writer", arguments.options.writer,
                  "How to write: a new database beside the old one, or Xapian's own way")
      ->transform(CLI::CheckedTransformer(kWriters))
      ->type_name("auto|bulk|api")
      ->default_str("auto");
  command.add_flag("--verify", arguments.verify,
                   "Check all of a database written in bulk before it takes its place");
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

// The first problem is enough to refuse a database.
Result<void> verify_all(const std::string& folder) {
  const auto report = check_database(folder);
  if (!report) {
    return fail(report.error());
  }
  if (report->problem_count > 0) {
    return fail(ErrorCode::kDatabaseCorrupt,
                folder + ": the new database is not sound: " + report->problems.front(),
                "the old one stays; try again with --writer api");
  }
  return {};
}

}  // namespace

void add_update_options(CLI::App& command, UpdateArguments& arguments) {
  command.add_option("PATH", arguments.options.paths, "Folders of articles, or single files")
      ->required();
  add_database_option(command, arguments.options.database);
  add_choices(command, arguments);
  add_writer(command, arguments);
  add_manners(command, arguments);
}

Result<void> settle_options(UpdateArguments& arguments) {
  UpdateOptions& options = arguments.options;
  options.memory = arguments.memory_mib << 20U;
  options.max_file_bytes = arguments.max_file_mib << 20U;
  arguments.tell.dry_run = options.dry_run;
  if (arguments.verify) {
    options.verify = verify_all;
  }
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

}  // namespace lede
