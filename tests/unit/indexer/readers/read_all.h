// Runs a reader over bytes and gathers all that comes out of it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/read_source.h"
#include "indexer/readers/reader.h"

namespace lede::test {

struct ReadOutcome {
  std::vector<RawPage> pages;
  std::vector<std::pair<std::string, Error>> failures;
  Result<void> result;
};

// Bytes of any kind, given to the reader they are for, as a file of that name would be.
inline ReadOutcome read_any(std::string_view name, std::string_view bytes,
                            const InputLimits& limits = {}) {
  ReadOutcome outcome;
  MemorySource source(std::string(name), bytes);
  ReadContext context;
  context.name = name;
  context.limits = limits;
  outcome.result = read_source(
      source, context,
      [&](RawPage&& page) {
        outcome.pages.push_back(std::move(page));
        return true;
      },
      [&](std::string_view record, const Error& error) {
        outcome.failures.emplace_back(record, error);
      });
  return outcome;
}

inline ReadOutcome read_all(std::string_view name, std::string_view bytes,
                            std::int64_t modified = 0) {
  ReadOutcome outcome;
  const Reader* reader = reader_for(name);
  if (reader == nullptr) {
    outcome.result = fail(ErrorCode::kUnreadable, "no reader");
    return outcome;
  }
  outcome.result = reader->read(
      bytes, ReadContext{name, {}, modified},
      [&](RawPage&& page) {
        outcome.pages.push_back(std::move(page));
        return true;
      },
      [&](std::string_view record, const Error& error) {
        outcome.failures.emplace_back(record, error);
      });
  return outcome;
}

}  // namespace lede::test
