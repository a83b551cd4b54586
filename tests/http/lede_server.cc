// Starting the server and asking it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/lede_server.h"

#include <chrono>
#include <stdexcept>
#include <thread>

#include "tests/support/run_program.h"

namespace lede::test {
namespace {

constexpr std::string_view kArchive =
    R"({"id":"wall-1","title":"Harbour wall gives way in storm","text":"KELMOUTH — The harbour wall gave way on Friday night. By morning the sea had taken two sheds and a boat.","date":"2024-05-31","source":"The Kelmouth Ledger","author":"Ada Fenwick","lang":"en"}
{"id":"wall-2","title":"Council to rebuild the harbour","text":"The council voted on Monday to rebuild the harbour and its wall before spring.","date":"2024-06-10","source":"The Kelmouth Ledger","url":"https://ledger.example/rebuild?a=1&b=2","lang":"en"}
{"id":"ferry","title":"Ferry back in service","text":"The ferry to Sarn Island sails again from the harbour. Long-range ferries follow.","date":"2024-07","source":"Island Gazette","lang":"en"}
{"id":"hostile/1?&#","title":"<script>alert(1)</script> crossing","text":"The zebra </text><img src=x onerror=alert(1)> \u001b[31mcrossing\u001b[0m was \"moved\" & 'lost'.","source":"Evil <b>Echo</b>","lang":"en"}
)";

constexpr std::string_view kListening = "listening on http://127.0.0.1:";

}  // namespace

std::string_view sample_archive() { return kArchive; }

LedeServer::LedeServer(const std::filesystem::path& database,
                       const std::vector<std::string>& options) {
  std::vector<std::string> arguments{LEDE_SEARCHER, "serve",    "--db",
                                     database,      "--listen", "127.0.0.1:0"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  program_ = std::make_unique<StartedProgram>(arguments, folder_.path() / "err");
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (std::chrono::steady_clock::now() < end) {
    const std::string told = standard_error();
    const std::size_t at = told.find(kListening);
    if (at != std::string::npos && told.find('\n', at) != std::string::npos) {
      port_ = static_cast<std::uint16_t>(std::stoi(told.substr(at + kListening.size())));
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  throw std::runtime_error("the server does not listen: " + standard_error());
}

std::string LedeServer::standard_error() const {
  const auto path = folder_.path() / "err";
  return std::filesystem::exists(path) ? read_file(path) : "";
}

HttpAnswer LedeServer::ask(const HttpQuestion& question) const {
  return HttpConnection(port_).ask(question);
}

HttpAnswer LedeServer::get(const std::string& target, const Fields& fields) const {
  return ask({"GET", target, fields, ""});
}

void update_database(const std::filesystem::path& folder, const std::filesystem::path& database) {
  const auto built =
      run_program({LEDE_INDEXER, "update", folder, "--db", database, "--progress", "never"});
  if (built.exit_code != 0) {
    throw std::runtime_error("cannot build the database: " + built.err);
  }
}

}  // namespace lede::test
