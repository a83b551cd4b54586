// Lines out of bytes as they come, none longer than is let in.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace lede::mcp {

class LineSplitter {
 public:
  // Gets each line without its end; `too_long`: it is left out, and empty.
  using Sink = std::function<void(std::string_view line, bool too_long)>;

  LineSplitter(std::size_t longest, Sink sink) : longest_(longest), sink_(std::move(sink)) {}

  void add(std::string_view bytes);

  // No more bytes come: what is left is a line if it is not empty.
  void end();

 private:
  void add_part(std::string_view part);
  void end_line();

  const std::size_t longest_;
  const Sink sink_;
  std::string line_;  // what there is of it so far
  bool too_long_ = false;
};

}  // namespace lede::mcp
