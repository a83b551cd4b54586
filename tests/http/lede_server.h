// lede-searcher serve on a port of its own, for as long as a test needs it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tests/http/http_client.h"
#include "tests/support/started_program.h"
#include "tests/support/temp_dir.h"

namespace lede::test {

class LedeServer {
 public:
  // Waits until it listens. `options` come after --db and --listen.
  explicit LedeServer(const std::filesystem::path& database,
                      const std::vector<std::string>& options = {});

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] StartedProgram& program() { return *program_; }
  [[nodiscard]] std::string standard_error() const;

  // Each on a connection of its own.
  [[nodiscard]] HttpAnswer ask(const HttpQuestion& question) const;
  [[nodiscard]] HttpAnswer get(const std::string& target, const Fields& fields = {}) const;

 private:
  TempDir folder_;
  std::unique_ptr<StartedProgram> program_;
  std::uint16_t port_ = 0;
};

// Brings the database in step with the articles below `folder`, as lede-indexer update does.
void update_database(const std::filesystem::path& folder, const std::filesystem::path& database);

// The sample articles that most tests ask for, as JSON lines. Words in them are counted on.
[[nodiscard]] std::string_view sample_archive();

}  // namespace lede::test
