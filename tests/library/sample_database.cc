// Making the database, with the indexer.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/library/sample_database.h"

#include <stdexcept>

#include "tests/support/run_program.h"

namespace lede::test {
namespace {

constexpr std::string_view kLines =
    R"({"id":"wall-1","title":"Harbour wall gives way in storm","text":"KELMOUTH — The harbour wall gave way on Friday night. By morning the sea had taken two sheds and a boat.","date":"2024-05-31","source":"The Kelmouth Ledger","author":"Ada Fenwick","lang":"en"}
{"id":"wall-2","title":"Council to rebuild the harbour","text":"The council voted on Monday to rebuild the harbour and its wall before spring.","date":"2024-06-10","source":"The Kelmouth Ledger","lang":"en"}
{"id":"ferry","title":"Ferry back in service","text":"The ferry to Sarn Island sails again from the harbour. Long-range ferries follow.","date":"2024-07","source":"Island Gazette","lang":"en"}
)";

}  // namespace

std::string_view sample_lines() { return kLines; }

SampleDatabase::SampleDatabase() { update(kLines); }

void SampleDatabase::update(std::string_view lines, const std::string& writer) const {
  folder_.write("articles/archive.jsonl", lines);
  const auto updated = run_program({LEDE_INDEXER, "update", (folder_.path() / "articles").string(),
                                    "--db", path(), "--writer", writer, "--progress", "never"});
  if (updated.exit_code != 0) {
    throw std::runtime_error("cannot make the database: " + updated.err);
  }
}

v1::Database opened(const SampleDatabase& sample) {
  return v1::Database::open(sample.path()).value();
}

}  // namespace lede::test
