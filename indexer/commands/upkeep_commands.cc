// lede-indexer check, compact, remove and stats: looking after a database.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>
#include <utility>

#include "common/exit_code.h"
#include "indexer/article_json.h"
#include "indexer/commands/command.h"
#include "indexer/update/progress.h"
#include "indexer/upkeep/check.h"
#include "indexer/upkeep/compact.h"
#include "indexer/upkeep/remove.h"
#include "indexer/upkeep/stats.h"

namespace lede {
namespace {

struct UpkeepArguments {
  std::string database;
  std::vector<std::string> ids;
  bool json = false;
};

int run_check(const UpkeepArguments& arguments) {
  const auto report = check_database(arguments.database);
  if (!report) {
    return complain(report.error());
  }
  for (const std::string& problem : report->problems) {
    std::cerr << "lede-indexer: " << arguments.database << ": " << problem << "\n";
  }
  if (arguments.json) {
    std::cout << json_line({{"format_version", 1},
                            {"articles", report->articles},
                            {"files", report->files},
                            {"problems", report->problems},
                            {"problem_count", report->problem_count}})
              << "\n";
  } else {
    std::cout << arguments.database << ": " << with_thousands(report->articles) << " articles of "
              << with_thousands(report->files) << " files, "
              << (report->problem_count == 0 ? "no problems"
                                             : with_thousands(report->problem_count) + " problems")
              << "\n";
  }
  return report->problem_count == 0 ? kExitOk : kExitDatabase;
}

int run_compact(const UpkeepArguments& arguments) {
  const auto report = compact_database(arguments.database);
  if (!report) {
    return complain(report.error());
  }
  if (arguments.json) {
    std::cout << json_line({{"format_version", 1},
                            {"bytes_before", report->bytes_before},
                            {"bytes_after", report->bytes_after}})
              << "\n";
  } else {
    std::cout << arguments.database << ": " << byte_size(report->bytes_before) << ", now "
              << byte_size(report->bytes_after) << "\n";
  }
  return kExitOk;
}

int run_remove(const UpkeepArguments& arguments) {
  const auto report = remove_articles(arguments.database, arguments.ids);
  if (!report) {
    return complain(report.error());
  }
  for (const std::string& id : report->unknown) {
    std::cerr << "lede-indexer: there is no article with the id \"" << id << "\"\n";
  }
  if (arguments.json) {
    std::cout << json_line({{"format_version", 1},
                            {"removed", report->removed},
                            {"unknown", report->unknown}})
              << "\n";
  } else {
    std::cerr << "removed " << with_thousands(report->removed) << "\n";
  }
  return report->unknown.empty() ? kExitOk : kExitNothing;
}

std::string day(std::int64_t instant) { return date_text({instant, DatePrecision::kDay, ""}); }

nlohmann::ordered_json as_json(const DatabaseStats& stats) {
  nlohmann::ordered_json json = {{"format_version", 1},
                                 {"articles", stats.articles},
                                 {"files", stats.files},
                                 {"failed_records", stats.failed_records},
                                 {"incomplete_files", stats.incomplete_files},
                                 {"text_bytes", stats.text_bytes},
                                 {"index_bytes", stats.index_bytes},
                                 {"sources", stats.sources}};
  json["languages"] = nlohmann::ordered_json::object();
  for (const auto& [language, articles] : stats.languages) {
    json["languages"][language] = articles;
  }
  if (stats.oldest && stats.newest) {
    json["oldest"] = day(*stats.oldest);
    json["newest"] = day(*stats.newest);
  }
  json["revision"] = stats.revision;
  json["schema"] = stats.schema;
  json["analyzer"] = stats.analyzer;
  return json;
}

void print(const DatabaseStats& stats) {
  std::cout << "articles   " << with_thousands(stats.articles) << "\n"
            << "files      " << with_thousands(stats.files);
  if (stats.failed_records > 0) {
    std::cout << ", " << with_thousands(stats.failed_records) << " of their records failed";
  }
  if (stats.incomplete_files > 0) {
    std::cout << ", " << with_thousands(stats.incomplete_files) << " read in part";
  }
  std::cout << "\ntext       " << byte_size(stats.text_bytes) << "\n"
            << "index      " << byte_size(stats.index_bytes) << "\n";
  if (stats.oldest && stats.newest) {
    std::cout << "published  " << day(*stats.oldest) << " to " << day(*stats.newest) << "\n";
  }
  for (const auto& [language, articles] : stats.languages) {
    std::cout << "language   " << language << " " << with_thousands(articles) << "\n";
  }
  for (const std::string& source : stats.sources) {
    std::cout << "source     " << source << "\n";
  }
  std::cout << "revision   " << stats.revision << "\n"
            << "schema     " << stats.schema << "\n"
            << "analyzer   " << stats.analyzer << "\n";
}

int run_stats(const UpkeepArguments& arguments) {
  const auto stats = database_stats(arguments.database);
  if (!stats) {
    return complain(stats.error());
  }
  if (arguments.json) {
    std::cout << json_line(as_json(*stats)) << "\n";
  } else {
    print(*stats);
  }
  return kExitOk;
}

using Run = int (*)(const UpkeepArguments&);

CLI::App* add_command(CommandSet& commands, std::pair<const char*, const char*> name_and_help,
                      const std::shared_ptr<UpkeepArguments>& arguments, Run run) {
  CLI::App* command = commands.app.add_subcommand(name_and_help.first, name_and_help.second);
  add_database_option(*command, arguments->database);
  command->add_flag("--json", arguments->json, "Print the result as JSON");
  command->callback([&commands, arguments, run] {
    commands.chosen = [arguments, run] { return run(*arguments); };
  });
  return command;
}

}  // namespace

void add_upkeep(CommandSet& commands) {
  // Shared with the callbacks, which outlive this function.
  const auto arguments = [] { return std::make_shared<UpkeepArguments>(); };
  add_command(commands, {"stats", "What is in the database, in figures"}, arguments(), run_stats);
  add_command(commands, {"check", "Whether the database is whole"}, arguments(), run_check);
  add_command(commands, {"compact", "Make the database as small as it can be"}, arguments(),
              run_compact);
  const auto removal = arguments();
  add_command(commands,
              {"remove", "Take single articles out; they come back if their file changes"}, removal,
              run_remove)
      ->add_option("ID", removal->ids, "Ids of articles")
      ->required();
}

}  // namespace lede
