// lede-indexer export: every article as one JSON object a line.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <xapian.h>

#include <array>
#include <iostream>
#include <memory>

#include "common/article_record.h"
#include "common/database.h"
#include "common/exit_code.h"
#include "common/xapian_guard.h"
#include "indexer/article_json.h"
#include "indexer/commands/command.h"

namespace lede {
namespace {

Result<void> print_all(const Xapian::Database& database) {
  for (auto docid = database.postlist_begin(""); docid != database.postlist_end(""); ++docid) {
    const auto article = decode_article(database.get_document(*docid).get_data());
    if (!article) {
      return fail(article.error());
    }
    std::cout << json_line(article_json(*article, {})) << "\n";
    if (!std::cout) {
      return fail(ErrorCode::kIo, "the articles could not be written to standard output");
    }
  }
  std::cout.flush();
  return std::cout ? Result<void>()
                   : fail(ErrorCode::kIo, "the articles could not be written to standard output");
}

int run_export(const std::string& path) {
  const auto database = open_databases(std::array{path});
  if (!database) {
    return complain(database.error());
  }
  const auto printed = xapian_guard(path, [&] { return print_all(*database); });
  return printed ? kExitOk : complain(printed.error());
}

}  // namespace

void add_export(CommandSet& commands) {
  auto path = std::make_shared<std::string>();  // shared with the callback, which outlives
  CLI::App* command = commands.app.add_subcommand(
      "export", "Print every article as JSON, one a line; update reads it again");
  add_database_option(*command, *path);
  command->callback([&commands, path] { commands.chosen = [path] { return run_export(*path); }; });
}

}  // namespace lede
