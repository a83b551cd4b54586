// How an update tells how far it is: text only, printed by the command.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/progress.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace lede {
namespace {

constexpr double kMegabyte = 1e6;
// Before that a rate says nothing.
constexpr double kFirstEstimate = 0.5;

std::string decimal(double number) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.1f", number);
  return text.data();
}

double rate(double amount, double seconds) { return seconds > 0 ? amount / seconds : 0; }

// Of the whole: in bulk, writing takes this share of the time (measured).
double fraction(const UpdateProgress& progress) {
  constexpr double kWritingShare = 0.15;
  const double read = progress.total_bytes == 0
                          ? 1
                          : std::min(1.0, static_cast<double>(progress.bytes) /
                                              static_cast<double>(progress.total_bytes));
  return progress.in_bulk ? read * (1 - kWritingShare) + progress.written * kWritingShare : read;
}

std::uint64_t rounded(double number) {
  return static_cast<std::uint64_t>(std::llround(std::max(0.0, number)));
}

std::string bar(double part, std::size_t width) {
  const auto full = static_cast<std::size_t>(part * static_cast<double>(width));
  return "[" + std::string(full, '#') + std::string(width - full, '.') + "]";
}

std::string rates(const UpdateProgress& progress, double seconds) {
  if (progress.stage == UpdateStage::kWriting) {
    return "writing " + with_thousands(progress.articles) + " articles";
  }
  return with_thousands(rounded(rate(static_cast<double>(progress.articles), seconds))) +
         " articles/s, " + decimal(rate(static_cast<double>(progress.bytes) / kMegabyte, seconds)) +
         " MB/s";
}

}  // namespace

std::string with_thousands(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t from_end = 3; from_end < digits.size(); from_end += 4) {
    digits.insert(digits.size() - from_end, ",");
  }
  return digits;
}

std::string duration(double seconds) {
  if (seconds < 60) {
    return decimal(seconds) + " s";
  }
  const std::uint64_t whole = rounded(seconds);
  if (whole < 3600) {
    return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  }
  return std::to_string(whole / 3600) + " h " + std::to_string(whole / 60 % 60) + " min";
}

std::string byte_size(std::uint64_t bytes) {
  constexpr std::array<const char*, 4> kUnits = {" KiB", " MiB", " GiB", " TiB"};
  if (bytes < 1024) {
    return std::to_string(bytes) + " bytes";
  }
  double size = static_cast<double>(bytes) / 1024;
  std::size_t unit = 0;
  for (; size >= 1024 && unit + 1 < kUnits.size(); ++unit) {
    size /= 1024;
  }
  return decimal(size) + kUnits[unit];
}

double seconds_left(const UpdateProgress& progress, double seconds) {
  const double part = fraction(progress);
  return part <= 0 || seconds < kFirstEstimate ? -1 : seconds * (1 - part) / part;
}

std::string progress_line(const UpdateProgress& progress, double seconds, std::size_t width) {
  const double part = fraction(progress);
  std::string text =
      " " + std::to_string(static_cast<int>(part * 100)) + "%  " + rates(progress, seconds);
  const double left = seconds_left(progress, seconds);
  text += left < 0 ? "" : ", " + duration(left) + " left";
  if (progress.failed > 0) {
    text += ", " + with_thousands(progress.failed) + " failed";
  }
  constexpr std::size_t kWidestBar = 30;
  constexpr std::size_t kNarrowestBar = 5;
  if (width > text.size() + kNarrowestBar + 2) {
    text = bar(part, std::min(kWidestBar, width - text.size() - 2)) + text;
  }
  return text.substr(0, width);
}

std::string progress_json(const UpdateProgress& progress, double seconds) {
  nlohmann::ordered_json json = {
      {"format_version", 1},
      {"event", "progress"},
      {"stage", progress.stage == UpdateStage::kReading ? "reading" : "writing"},
      {"bytes", progress.bytes},
      {"total_bytes", progress.total_bytes},
      {"articles", progress.articles},
      {"failed", progress.failed},
      {"seconds", seconds}};
  const double left = seconds_left(progress, seconds);
  if (left >= 0) {
    json["seconds_left"] = left;
  }
  return json.dump();
}

std::string summary_line(const UpdateResult& result, double seconds, bool dry_run) {
  const UpdateCounts& counts = result.counts;
  std::string line = dry_run ? "would have: " : "";
  line += "added " + with_thousands(counts.added) + ", updated " + with_thousands(counts.updated) +
          ", removed " + with_thousands(counts.removed) + ", unchanged " +
          with_thousands(counts.unchanged) + ", failed " + with_thousands(counts.failed);
  if (counts.moved > 0) {
    line += ", moved " + with_thousands(counts.moved);
  }
  if (counts.skipped > 0) {
    line += ", skipped " + with_thousands(counts.skipped) + " of no known kind";
  }
  line += " in " + duration(seconds);
  const auto read = counts.added + counts.updated;
  if (read > 0 && !dry_run) {
    line += " (" + with_thousands(rounded(rate(static_cast<double>(read), seconds))) +
            " articles/s, " +
            decimal(rate(static_cast<double>(result.bytes_read) / kMegabyte, seconds)) + " MB/s)";
  }
  if (!dry_run && result.articles > 0) {
    line += "; index " + byte_size(result.index_bytes) + " for " + byte_size(result.text_bytes) +
            " of text";
  }
  return line;
}

}  // namespace lede
