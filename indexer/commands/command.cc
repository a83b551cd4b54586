// What the subcommands of lede-indexer share.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/command.h"

#include <iostream>

#include "common/exit_code.h"

namespace lede {

void add_database_option(CLI::App& command, std::string& database) {
  database = "./lede.db";
  command.add_option("--db", database, "Folder of the database")
      ->envname("LEDE_DB")
      ->type_name("DIR")
      ->capture_default_str();
}

int complain(const Error& error) {
  std::cerr << "lede-indexer: " << error.message << "\n";
  if (!error.hint.empty()) {
    std::cerr << "  " << error.hint << "\n";
  }
  return exit_code(error.code);
}

}  // namespace lede
