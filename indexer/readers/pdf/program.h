// Runs lede-pdf-text on the bytes of a PDF, within limits, and takes its answer.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace lede {

struct PdfLimits {
  std::chrono::seconds time{5};
  std::size_t memory = std::size_t{512} << 20;
  std::size_t max_answer = std::size_t{64} << 20;  // bytes of text
};

struct PdfText {
  std::string title;
  std::string author;
  std::optional<std::int64_t> created;  // seconds since 1970 UTC
  std::vector<std::string> pages;       // UTF-8 as the program read it
};

// Errors, without the file's name: kUnreadable (no PDF, locked, or more than the program could
// take), kTooLarge (over a limit), kIo (the program is missing). Whatever the file does, the
// program has ended when this returns. Thread-safe.
[[nodiscard]] Result<PdfText> run_pdf_program(std::string_view bytes, const PdfLimits& limits);

}  // namespace lede
