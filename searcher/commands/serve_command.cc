// lede-searcher serve: search over HTTP.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <string_view>
#include <vector>

#include "common/exit_code.h"
#include "searcher/commands/command.h"
#include "searcher/commands/options.h"
#include "searcher/commands/streams.h"
#include "searcher/output/terminal_text.h"
#include "searcher/serve/server.h"

namespace lede {
namespace {

constexpr std::size_t kMostThreads = 1024;
constexpr std::size_t kLongestQueue = 1'000'000;
constexpr std::uint32_t kLongestTimeout = 86'400'000;

constexpr const char* kExamples =
    "Examples:\n"
    "  lede-searcher serve --db lede.db\n"
    "  curl 'http://127.0.0.1:7700/v1/search?q=harbour+wall'\n"
    "Signals: SIGTERM finishes what is under way and ends, SIGHUP opens the database anew";

class ServeCommand : public Command {
 public:
  explicit ServeCommand(CLI::App& program)
      : Command(program.add_subcommand("serve", "Answer searches over HTTP")->group("Commands")) {
    app().footer(kExamples);
    database_.add_to(app());
    app()
        .add_option("--listen", options_.listen,
                    "Address and port, or unix:PATH; again for more (127.0.0.1:7700)")
        ->type_name("ADDRESS")
        ->allow_extra_args(false);
    app()
        .add_option("--threads", options_.search_threads, "Searches at a time (the processors)")
        ->check(CLI::Range(std::size_t{0}, kMostThreads).description(""))
        ->type_name("N");
    app()
        .add_option("--queue", options_.longest_queue, "Searches that may wait (256)")
        ->check(CLI::Range(std::size_t{1}, kLongestQueue).description(""))
        ->type_name("N");
    app()
        .add_option("--timeout", options_.service.limits.timeout_ms,
                    "Longest time for a search; then what was found (5000)")
        ->check(CLI::Range(std::uint32_t{1}, kLongestTimeout).description(""))
        ->type_name("MS");
  }

  Result<int> run() override {
    options_.databases = database_.paths();
    options_.tell = [](std::string_view line) {
      note("lede-searcher: " + printable(std::string(line)) + "\n");
    };
    if (auto served = serve::serve(options_); !served) {
      return fail(std::move(served).error());
    }
    return kExitOk;
  }

 private:
  DatabaseOption database_;
  serve::ServerOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_serve_command(CLI::App& program) {
  return std::make_unique<ServeCommand>(program);
}

}  // namespace lede
