// Building the archive and running the program.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/searcher_cli.h"

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <sstream>
#include <stdexcept>

namespace lede::test {
namespace {

// Invented for these tests; every word counts in what they expect.
constexpr std::string_view kArchive =
    R"({"id":"wall-1","title":"Harbour wall gives way in storm","text":"KELMOUTH — The harbour wall gave way on Friday night. By morning the sea had taken two sheds, a café and a boat that nobody would own up to.\n\nAn engineer had warned the council about the walls in 2019. \"We were told to wait for the money,\" she said.","date":"2024-05-31","source":"The Kelmouth Ledger","author":"Ada Fenwick","lang":"en"}
{"id":"wall-2","title":"Council to rebuild the harbour","text":"The council voted on Monday to rebuild the harbour and its wall before spring. It will be half a metre higher than the old one.","date":"2024-06-10","source":"The Kelmouth Ledger","url":"https://ledger.example/rebuild?a=1&b=2","lang":"en"}
{"id":"ferry","title":"Ferry back in service","text":"The ferry to Sarn Island sails again from the harbour, the U.S. owner told us. Long-range ferries follow.","date":"2024-07","source":"Island Gazette","lang":"en"}
{"id":"zh","title":"港口的墙倒塌","text":"港口的墙在星期五晚上倒塌。到早上大海已经带走了咖啡馆。","lang":"zh"}
{"id":"hostile","title":"Zebra \u001b[2J\u001b]0;owned\u0007 crossing","text":"The zebra \u001b[31mcrossing\u001b[0m was \u202Edetniaper\u202C last week.\u009b2J\u0000","source":"Evil\u001b[1m Echo","lang":"en"}
)";

std::unique_ptr<TempDir> archive;

std::vector<std::string> with_program(const std::vector<std::string>& arguments) {
  std::vector<std::string> all{LEDE_SEARCHER};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return all;
}

std::vector<std::pair<std::string, std::string>> own_environment(const std::string& database) {
  return {{"LEDE_DB", database}, {"COLUMNS", "80"}, {"NO_COLOR", ""}, {"TERM", "xterm"}};
}

[[noreturn]] void become(const std::vector<std::string>& arguments,
                         const std::vector<std::pair<std::string, std::string>>& environment) {
  for (const auto& [name, value] : environment) {
    setenv(name.c_str(), value.c_str(), 1);  // NOLINT(concurrency-mt-unsafe): a child of its own
  }
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (const auto& argument : arguments) {
    argv.push_back(const_cast<char*>(argument.c_str()));
  }
  argv.push_back(nullptr);
  execv(argv[0], argv.data());
  _exit(127);
}

}  // namespace

void SearcherCli::SetUpTestSuite() {
  archive = std::make_unique<TempDir>();
  build(*archive, "archive.jsonl", kArchive);
}

void SearcherCli::TearDownTestSuite() { archive.reset(); }

std::string SearcherCli::build(const TempDir& folder, std::string_view name,
                               std::string_view bytes) {
  folder.write(std::string("articles/").append(name), bytes);
  std::string path = folder.path() / "lede.db";
  const auto built = run_program(
      {LEDE_INDEXER, "update", folder.path() / "articles", "--db", path, "--progress", "never"});
  if (built.exit_code != 0) {
    throw std::runtime_error("cannot build the archive: " + built.err);
  }
  return path;
}

std::string SearcherCli::database() { return archive->path() / "lede.db"; }

ProgramResult SearcherCli::run(const std::vector<std::string>& arguments, ProgramOptions options) {
  auto environment = own_environment(database());
  environment.insert(environment.end(), options.environment.begin(), options.environment.end());
  options.environment = std::move(environment);
  return run_program(with_program(arguments), options);
}

ProgramResult SearcherCli::run_shell(const std::string& script) {
  ProgramOptions options;
  options.environment = own_environment(database());
  options.environment.emplace_back("LEDE", LEDE_SEARCHER);
  return run_program({"/bin/sh", "-c", script}, options);
}

ProgramResult SearcherCli::run_on_terminal(
    const std::vector<std::string>& arguments,
    const std::vector<std::pair<std::string, std::string>>& environment) {
  auto all = own_environment(database());
  all.insert(all.end(), environment.begin(), environment.end());
  const winsize size{24, 60, 0, 0};
  int terminal = -1;
  const pid_t child = forkpty(&terminal, nullptr, nullptr, &size);
  if (child < 0) {
    throw std::runtime_error("cannot make a terminal");
  }
  if (child == 0) {
    become(with_program(arguments), all);
  }
  ProgramResult result;
  std::array<char, 4096> buffer{};
  for (ssize_t count = 0; (count = read(terminal, buffer.data(), buffer.size())) > 0;) {
    result.out.append(buffer.data(), static_cast<std::size_t>(count));
  }
  close(terminal);
  int status = 0;
  waitpid(child, &status, 0);
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line);
  }
  return lines;
}

}  // namespace lede::test
