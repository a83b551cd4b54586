// What was learned of repeated lines, as the database keeps it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "indexer/extract/repeats.h"

namespace lede {

// What a database knows. Folders that were sampled are not sampled again.
struct LearnedStore {
  LearnedLines lines;
  std::set<std::string> folders;  // keys of those that were sampled
};

// As docs/index-format.md describes them. What is damaged is left out: it can be learned again.
[[nodiscard]] LearnedStore read_learned(const Xapian::Database& database);

// The keys of all of it.
[[nodiscard]] std::vector<std::string> learned_keys(const Xapian::Database& database);

// Called with a metadata key and its value.
using MetadataSink = std::function<void(const std::string& key, const std::string& value)>;

void write_repeats(const std::string& key, const RepeatedLines& repeated, const MetadataSink& put);
void write_sampled_folder(const std::string& key, const MetadataSink& put);

}  // namespace lede
