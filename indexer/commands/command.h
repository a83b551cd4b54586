// What the subcommands of lede-indexer share: each adds itself to the parser and says what is to
// run when it was chosen.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "common/result.h"

namespace lede {

struct CommandSet {
  CLI::App& app;
  std::function<int()> chosen;  // set by the parser; gives the program's exit code
};

void add_update(CommandSet& commands);
void add_watch(CommandSet& commands);
void add_extract(CommandSet& commands);
void add_export(CommandSet& commands);
void add_relearn(CommandSet& commands);
void add_upkeep(CommandSet& commands);  // stats, check, compact, remove

// Adds --db (else LEDE_DB, else ./lede.db) to a subcommand.
void add_database_option(CLI::App& command, std::string& database);

// Prints `error` with its hint on standard error and returns its exit code.
int complain(const Error& error);

}  // namespace lede
