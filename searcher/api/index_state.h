// What the server knows of the index it searches, for all threads: which revision is open, and
// whether that is still the one on disk.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "common/result.h"
#include "searcher/api/database_stamp.h"

namespace lede::serve {

struct OpenIndex {
  DatabaseStamp stamp;
  std::string revision;
  std::uint64_t documents = 0;
  std::uint64_t reloads = 0;  // before it was opened
  std::string tag;            // differs for each state of the index: part of keys and entity tags
};

// Thread-safe.
class IndexState {
 public:
  explicit IndexState(std::vector<std::string> paths) : paths_(std::move(paths)) {}

  [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }

  // A search thread has opened what was at the paths when `stamp` was read, or later.
  std::shared_ptr<const OpenIndex> opened(DatabaseStamp stamp, std::string revision,
                                          std::uint64_t documents);
  // It could not; the old one is searched as long as there is one.
  void failed(const Error& error);

  // Nothing that is open now counts as what is on disk any more.
  void forget();

  [[nodiscard]] std::shared_ptr<const OpenIndex> last_opened() const;
  // The same if it is what is on disk now, else null.
  [[nodiscard]] std::shared_ptr<const OpenIndex> current() const;

  // Whether `index` is what is on disk, and nobody asked to forget it.
  [[nodiscard]] bool is_current(const OpenIndex& index) const;

  // Why what is on disk could not be opened; empty where it is, or nobody has tried yet.
  [[nodiscard]] std::string failure() const;
  [[nodiscard]] std::uint64_t times_opened() const;

 private:
  const std::vector<std::string> paths_;
  mutable std::mutex mutex_;
  // Under mutex_. Answers in flight keep the state they belong to.
  std::shared_ptr<const OpenIndex> open_;
  std::string failure_;
  std::uint64_t times_opened_ = 0;
  std::uint64_t reloads_ = 0;
};

}  // namespace lede::serve
