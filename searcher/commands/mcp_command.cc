// lede-searcher mcp: search for assistants.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exit_code.h"
#include "searcher/commands/command.h"
#include "searcher/commands/options.h"
#include "searcher/mcp/stdio_server.h"

namespace lede {
namespace {

constexpr std::size_t kMostMcpThreads = 1024;
constexpr std::uint32_t kLongestAnswer = 86'400'000;

constexpr const char* kNote =
    "Speaks the Model Context Protocol on standard input and output; an assistant starts it.\n"
    "Its configuration: {\"command\": \"lede-searcher\", \"args\": [\"mcp\", \"--db\", "
    "\"/path/to/lede.db\"]}";

class McpCommand : public Command {
 public:
  explicit McpCommand(CLI::App& program)
      : Command(program.add_subcommand("mcp", "Answer searches of an AI assistant")
                    ->group("Commands")) {
    app().footer(kNote);
    database_.add_to(app());
    app()
        .add_option("--threads", options_.search_threads, "Searches at a time (2)")
        ->check(CLI::Range(std::size_t{1}, kMostMcpThreads).description(""))
        ->type_name("N");
    app()
        .add_option("--timeout", options_.limits.timeout_ms,
                    "Longest time for a search; then what was found (5000)")
        ->check(CLI::Range(std::uint32_t{1}, kLongestAnswer).description(""))
        ->type_name("MS");
  }

  Result<int> run() override {
    options_.databases = database_.paths();
    if (auto served = mcp::serve_stdio(options_); !served) {
      return fail(std::move(served).error());
    }
    return kExitOk;
  }

 private:
  DatabaseOption database_;
  mcp::StdioOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_mcp_command(CLI::App& program) {
  return std::make_unique<McpCommand>(program);
}

}  // namespace lede
