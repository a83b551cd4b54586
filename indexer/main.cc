// lede-indexer: from files of articles to a database that lede-searcher searches.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <iostream>

#include "common/exit_code.h"
#include "indexer/commands/command.h"

namespace {

constexpr const char* kFooter =
    "Exit codes: 0 done; 1 finished, but some files failed; 2 usage or other error;\n"
    "3 database missing, corrupt or of another program; 75 another process is writing it;\n"
    "130 interrupted after a clean commit.";

int run(int argc, char** argv) {
  CLI::App app("Keeps a search database in step with folders of articles.", "lede-indexer");
  app.set_version_flag("--version", "lede-indexer " LEDE_VERSION);
  app.require_subcommand(1);
  app.footer(kFooter);
  lede::CommandSet commands{app, {}};
  lede::add_update(commands);
  lede::add_watch(commands);
  lede::add_extract(commands);
  lede::add_relearn(commands);
  lede::add_upkeep(commands);
  lede::add_export(commands);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool asked = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
    app.exit(error, std::cout, std::cerr);
    return asked ? lede::kExitOk : lede::kExitError;
  }
  return commands.chosen();
}

// A bulk build of very many articles with little memory reads many sorted runs at once.
void raise_limit_of_open_files() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
  }
}

}  // namespace

int main(int argc, char** argv) {
  // A full disk quota is an error like any other, not a reason to die.
  std::signal(SIGXFSZ, SIG_IGN);
  raise_limit_of_open_files();
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "lede-indexer: " << error.what() << "\n";
  } catch (...) {
    std::cerr << "lede-indexer: unknown error\n";
  }
  return lede::kExitError;
}
