// How much a terminal (or what stands in its place) can show.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lede {

enum class ColorChoice : std::uint8_t { kAuto, kAlways, kNever };

struct TerminalStyle {
  bool color = false;
  bool links = false;      // OSC 8 hyperlinks
  std::size_t width = 80;  // columns
  std::string host;        // of this machine, for links to files
};

// What a program's environment says of its output.
struct TerminalFacts {
  bool is_terminal = false;
  std::size_t columns = 0;  // that the terminal says it has; 0 when it does not
  std::string no_color;     // NO_COLOR, TERM and COLUMNS; empty when not set
  std::string term;
  std::string columns_variable;
  std::string host;
};

// COLUMNS wins over the terminal; without either, 80. NO_COLOR and TERM=dumb win over "auto".
[[nodiscard]] TerminalStyle terminal_style(ColorChoice choice, const TerminalFacts& facts);

// The facts about standard output.
[[nodiscard]] TerminalFacts stdout_facts();

// What is done to text on a terminal, or nothing when there is no colour.
struct Paint {
  bool on = false;

  [[nodiscard]] std::string_view title() const { return on ? "\x1b[1m" : ""; }
  [[nodiscard]] std::string_view match() const { return on ? "\x1b[1;31m" : ""; }
  [[nodiscard]] std::string_view quiet() const { return on ? "\x1b[2m" : ""; }
  [[nodiscard]] std::string_view place() const { return on ? "\x1b[36m" : ""; }
  [[nodiscard]] std::string_view plain() const { return on ? "\x1b[0m" : ""; }
};

}  // namespace lede
