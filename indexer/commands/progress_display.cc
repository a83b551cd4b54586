// Shows the progress of an update on standard error.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/progress_display.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string_view>

#include "indexer/update/progress.h"

namespace lede {
namespace {

constexpr std::chrono::milliseconds kRedraw{100};
constexpr std::chrono::milliseconds kJsonEvery{1000};
constexpr std::size_t kUsualWidth = 80;

// A dumb terminal cannot go back to the beginning of a line.
bool can_redraw() {
  const char* terminal = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe): before any thread
  return isatty(STDERR_FILENO) != 0 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

std::size_t terminal_width() {
  winsize size{};
  const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1;
  return (known ? size.ws_col : kUsualWidth) - 1;
}

}  // namespace

ProgressStyle progress_style(const std::string& option) {
  if (option == "json") {
    return ProgressStyle::kJson;
  }
  const bool line = option == "always" || (option == "auto" && can_redraw());
  return line ? ProgressStyle::kLine : ProgressStyle::kNever;
}

void ProgressDisplay::show(const UpdateProgress& progress) {
  const auto now = Clock::now();
  const auto pause = style_ == ProgressStyle::kJson ? kJsonEvery : kRedraw;
  if (style_ == ProgressStyle::kNever || now - last_ < pause) {
    return;
  }
  last_ = now;
  if (style_ == ProgressStyle::kJson) {
    std::cerr << progress_json(progress, seconds()) << std::endl;
    return;
  }
  std::cerr << "\r\033[K" << progress_line(progress, seconds(), terminal_width()) << std::flush;
  drawn_ = true;
}

void ProgressDisplay::clear() {
  if (drawn_) {
    std::cerr << "\r\033[K" << std::flush;
    drawn_ = false;
  }
}

double ProgressDisplay::seconds() const {
  return std::chrono::duration<double>(Clock::now() - begin_).count();
}

}  // namespace lede
