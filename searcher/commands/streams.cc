// Writing to the standard streams.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/commands/streams.h"

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include "searcher/output/terminal_text.h"

namespace lede {
namespace {

Failure output_failure(int error) {
  return fail(ErrorCode::kIo,
              "cannot write to standard output: " + std::generic_category().message(error));
}

}  // namespace

Result<void> print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    return output_failure(errno);
  }
  return {};
}

Result<void> flush_output() {
  if (std::fflush(stdout) != 0) {
    return output_failure(errno);
  }
  return {};
}

void note(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);  // nowhere to complain about a failure
}

void report(const Error& error) {
  std::string text = "lede-searcher: " + printable(error.message) + "\n";
  if (!error.hint.empty()) {
    text += "  hint: " + printable(error.hint) + "\n";
  }
  note(text);
}

}  // namespace lede
