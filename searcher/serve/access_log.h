// The access log: a JSON object a line for each request. Writing never holds up an answer: when the
// disk is slower than the requests, the oldest lines that wait are lost.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "common/result.h"
#include "searcher/serve/observed.h"

namespace lede::serve {

// Thread-safe.
class AccessLog {
 public:
  // Appends to the file at `path`; "-" is standard output. kIo when it cannot be written.
  static Result<std::unique_ptr<AccessLog>> open(const std::string& path);
  ~AccessLog();  // what waits is written
  AccessLog(const AccessLog&) = delete;
  AccessLog& operator=(const AccessLog&) = delete;

  void write(const Observed& observed);

  // What was written is to be seen soon.
  void flush();

  // The file may have been moved away: goes on in a new one. An error leaves the old one in use.
  [[nodiscard]] Result<void> reopen();

 private:
  struct Writer;
  explicit AccessLog(std::string path);

  const std::string path_;
  std::unique_ptr<Writer> writer_;
};

}  // namespace lede::serve
