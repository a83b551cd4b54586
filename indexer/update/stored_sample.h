// Articles that are in the index already, as a sample of a folder that grew little by little.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/line_learner.h"
#include "indexer/update/store.h"

namespace lede {

// May throw Xapian::Error. For one thread.
class StoredSample {
 public:
  // `known`: the states of all files in the index. Both must outlive it.
  StoredSample(const Store& store, const std::map<FileKey, FileState>& known)
      : store_(store), known_(known) {}

  // Gives `learner` up to 1,000 articles of a folder (by its key), if it holds enough to be
  // sampled; returns how many.
  std::size_t add(const std::string& folder, LineLearner& learner);

 private:
  struct Folder {
    std::uint64_t articles = 0;
    std::vector<const FileKey*> files;
  };

  [[nodiscard]] std::map<std::string, Folder> sorted_by_folder() const;

  const Store& store_;
  const std::map<FileKey, FileState>& known_;
  std::optional<std::map<std::string, Folder>> folders_;  // made when first asked for
};

}  // namespace lede
