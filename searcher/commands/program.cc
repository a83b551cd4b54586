// Choosing and running the command.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/commands/program.h"

#include <unicode/uversion.h>
#include <xapian.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/exit_code.h"
#include "searcher/commands/command.h"
#include "searcher/commands/options.h"
#include "searcher/commands/streams.h"

namespace lede {
namespace {

std::string version_text(const char* version) {
  return std::string("lede-searcher ") + version + " (Xapian " + Xapian::version_string() +
         ", ICU " + U_ICU_VERSION + ")";
}

std::vector<std::unique_ptr<Command>> make_commands(CLI::App& program) {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(make_search_command(program));
  commands.push_back(make_batch_command(program));
  commands.push_back(make_show_command(program));
  commands.push_back(make_similar_command(program));
  commands.push_back(make_facets_command(program));
  commands.push_back(make_timeline_command(program));
  commands.push_back(make_suggest_command(program));
  commands.push_back(make_stats_command(program));
  commands.push_back(make_serve_command(program));
  commands.push_back(make_mcp_command(program));
  commands.push_back(make_parse_command(program));
  commands.push_back(make_analyze_command(program));
  return commands;
}

// The command that was being read when the arguments stopped making sense.
const CLI::App* named_command(const CLI::App& program) {
  for (const auto* command : program.get_subcommands(nullptr)) {
    if (command->parsed()) {
      return command;
    }
  }
  return &program;
}

// "-strike": a word to leave out rather than an option.
bool looks_like_word(std::string_view argument) {
  return argument.size() > 2 && argument[0] == '-' && argument[1] != '-';
}

Error usage_error(const CLI::App& program, const CLI::ParseError& error,
                  const std::vector<std::string>& arguments) {
  const CLI::App* command = named_command(program);
  if (command == &program && (arguments.empty() || !arguments.front().starts_with('-'))) {
    return {ErrorCode::kUsage,
            arguments.empty() ? "no command was given"
                              : "\"" + arguments.front() + "\" is not a command",
            "see lede-searcher --help"};
  }
  std::string help = "lede-searcher ";
  help += command == &program ? "" : command->get_name() + " ";
  std::string hint = "see " + help + "--help";
  if (std::any_of(arguments.begin(), arguments.end(), looks_like_word)) {
    hint =
        "words that start with a dash come after --, as in: lede-searcher search -- ferry -strike";
  }
  return {ErrorCode::kUsage, error.what(), hint};
}

int finish(const Result<int>& result) {
  if (!result) {
    report(result.error());
    return exit_code(result.error().code);
  }
  if (auto flushed = flush_output(); !flushed) {
    report(flushed.error());
    return exit_code(flushed.error().code);
  }
  return *result;
}

}  // namespace

int run_searcher(int argc, char** argv, const char* version) {
  CLI::App program("Search an archive of articles.", "lede-searcher");
  program.get_formatter()->column_width(32);
  program.get_formatter()->label("REQUIRED", "");
  program.get_formatter()->label("SUBCOMMAND", "COMMAND");
  program.set_help_flag("-h,--help", "Print this and stop");
  program.set_version_flag("--version", version_text(version), "Print the version and stop");
  program.require_subcommand(1);
  program.footer("The database is --db, else the variable LEDE_DB, else ./lede.db.");
  const auto commands = make_commands(program);
  std::vector<std::string> arguments;
  for (int i = 1; i < argc; ++i) {
    arguments.push_back(protected_argument(argv[i]));
  }
  try {
    std::vector<std::string> last_first(arguments.rbegin(), arguments.rend());
    program.parse(std::move(last_first));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
      return program.exit(error);  // --help and --version
    }
    report(usage_error(program, error, arguments));
    return kExitError;
  }
  for (const auto& command : commands) {
    if (command->named()) {
      return finish(command->run());
    }
  }
  return kExitError;
}

}  // namespace lede
