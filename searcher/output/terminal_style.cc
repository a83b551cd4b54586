// Deciding about colour, links and width.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/terminal_style.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace lede {
namespace {

constexpr std::size_t kDefaultColumns = 80;
constexpr std::size_t kLeastColumns = 20;
constexpr std::size_t kMostColumns = 10'000;

std::string variable(const char* name) {
  // Read before any thread is started.
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
  return value != nullptr ? value : "";
}

std::size_t number_or_zero(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

}  // namespace

TerminalStyle terminal_style(ColorChoice choice, const TerminalFacts& facts) {
  TerminalStyle style;
  const bool able = facts.is_terminal && facts.no_color.empty() && facts.term != "dumb";
  style.color = choice == ColorChoice::kAlways || (choice == ColorChoice::kAuto && able);
  style.links = style.color;
  std::size_t columns = number_or_zero(facts.columns_variable);
  columns = columns != 0 ? columns : facts.columns;
  style.width = columns != 0 ? std::clamp(columns, kLeastColumns, kMostColumns) : kDefaultColumns;
  style.host = facts.host;
  return style;
}

TerminalFacts stdout_facts() {
  TerminalFacts facts;
  facts.is_terminal = isatty(STDOUT_FILENO) != 0;
  winsize size{};
  if (facts.is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    facts.columns = size.ws_col;
  }
  facts.no_color = variable("NO_COLOR");
  facts.term = variable("TERM");
  facts.columns_variable = variable("COLUMNS");
  std::array<char, 256> host{};
  if (gethostname(host.data(), host.size() - 1) == 0) {
    facts.host = host.data();
  }
  return facts;
}

}  // namespace lede
