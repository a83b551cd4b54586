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

constexpr std::size_t kMostServeThreads = 1024;
constexpr std::size_t kLongestQueue = 1'000'000;
constexpr std::size_t kLargestCache = 1'000'000;
constexpr std::uint32_t kLongestRequest = 86'400'000;

constexpr const char* kServeExamples =
    "Examples:\n"
    "  lede-searcher serve --db lede.db\n"
    "  curl 'http://127.0.0.1:7700/v1/search?q=harbour+wall'\n"
    "Signals: SIGTERM finishes what is under way and ends, SIGHUP opens the database anew";

class ServeCommand : public Command {
 public:
  explicit ServeCommand(CLI::App& program)
      : Command(program.add_subcommand("serve", "Answer searches over HTTP")->group("Commands")) {
    app().footer(kServeExamples);
    database_.add_to(app());
    app()
        .add_option("--listen", options_.listen,
                    "Address and port, or unix:PATH; again for more (127.0.0.1:7700)")
        ->type_name("ADDRESS")
        ->allow_extra_args(false);
    app()
        .add_option("--threads", options_.search_threads, "Searches at a time (the processors)")
        ->check(CLI::Range(std::size_t{0}, kMostServeThreads).description(""))
        ->type_name("N");
    app()
        .add_option("--queue", options_.longest_queue, "Searches that may wait (256)")
        ->check(CLI::Range(std::size_t{1}, kLongestQueue).description(""))
        ->type_name("N");
    app()
        .add_option("--timeout", options_.service.limits.timeout_ms,
                    "Longest time for a search; then what was found (5000)")
        ->check(CLI::Range(std::uint32_t{1}, kLongestRequest).description(""))
        ->type_name("MS");
    add_serving_options();
    add_safety_options();
  }

  Result<int> run() override {
    if (public_ && options_.service.gate.key_file.empty()) {
      options_.allow_public = true;
      options_.service.gate.any_host = true;  // nobody is kept out anyway
    }
    options_.databases = database_.paths();
    options_.service.cache_bytes = cache_mib_ << 20U;
    options_.tell = [](std::string_view line) {
      note("lede-searcher: " + printable(std::string(line)) + "\n");
    };
    if (auto served = serve::serve(options_); !served) {
      return fail(std::move(served).error());
    }
    return kExitOk;
  }

 private:
  void add_serving_options() {
    app()
        .add_option("--cache", cache_mib_, "Memory for answers given before; 0 for none (64)")
        ->check(CLI::Range(std::size_t{0}, kLargestCache).description(""))
        ->type_name("MiB");
    app()
        .add_option("--access-log", options_.service.access_log,
                    "Write each request to FILE as a line of JSON; - for standard output")
        ->type_name("FILE");
    app()
        .add_option("--url", options_.service.base_url,
                    "What clients call the server, for links in feeds (the host of the request)")
        ->type_name("URL");
  }

  void add_safety_options() {
    app()
        .add_option("--api-key-file", options_.service.gate.key_file,
                    "Answer only those who show a key of this file")
        ->type_name("FILE");
    app().add_flag("--public", public_, "Let anybody search who reaches the address");
    app()
        .add_option("--host", options_.service.gate.hosts,
                    "Name that clients call the server; again for more")
        ->type_name("NAME")
        ->allow_extra_args(false);
    app()
        .add_option("--cors-origin", options_.service.cors_origins,
                    "Let web pages of this origin read answers; again for more, * for all")
        ->type_name("ORIGIN")
        ->allow_extra_args(false);
  }

  DatabaseOption database_;
  serve::ServerOptions options_;
  std::size_t cache_mib_ = 64;
  bool public_ = false;
};

}  // namespace

std::unique_ptr<Command> make_serve_command(CLI::App& program) {
  return std::make_unique<ServeCommand>(program);
}

}  // namespace lede
