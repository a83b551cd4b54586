// A subcommand of lede-searcher: declares its options when it is made, runs when it was named.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <memory>

#include "common/result.h"

namespace lede {

class Command {
 public:
  virtual ~Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  Command(Command&&) = delete;
  Command& operator=(Command&&) = delete;

  // The exit code, or what went wrong.
  [[nodiscard]] virtual Result<int> run() = 0;

  // Whether it was named on the command line.
  [[nodiscard]] bool named() const { return app_->parsed(); }

 protected:
  explicit Command(CLI::App* app) : app_(app) {}
  [[nodiscard]] CLI::App& app() { return *app_; }

 private:
  CLI::App* app_ = nullptr;  // owned by the app it is a part of
};

// Each adds itself to `program`, which must outlive it.
[[nodiscard]] std::unique_ptr<Command> make_search_command(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> make_batch_command(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> make_show_command(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> make_similar_command(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> make_facets_command(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> make_timeline_command(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> make_suggest_command(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> make_stats_command(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> make_serve_command(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> make_mcp_command(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> make_parse_command(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> make_analyze_command(CLI::App& program);

}  // namespace lede
