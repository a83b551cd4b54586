// The one place that changes a database: everything between two commits becomes visible together.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/result.h"
#include "indexer/update/file_state.h"

namespace lede {

// A database of articles as the updater sees it. Members other than open() may throw
// Xapian::Error; callers run them under xapian_guard. For one thread.
class Store {
 public:
  // Opens the database at `path` for writing and takes its lock; makes a new one where there is
  // none. Errors: kLocked; kDatabaseForeign (another program's, or a folder with other things in
  // it); kDatabaseCorrupt; kIo.
  static Result<Store> open(const std::string& path);

  // As it would be opened, but nothing is written: changes are dropped. A missing database reads
  // as an empty one.
  static Result<Store> open_dry(const std::string& path);

  Store(Store&&) noexcept = default;
  Store& operator=(Store&&) noexcept = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store() = default;

  // The database, for those who read more of it than the below. Empty for one yet to be made.
  [[nodiscard]] const Xapian::Database& reading() const { return database_; }

  // Reading. What was changed since the last commit is seen too, except in a dry store.
  [[nodiscard]] std::map<FileKey, FileState> file_states() const;
  [[nodiscard]] std::vector<std::string> sources()
      const;  // absolute paths; the index is the number
  [[nodiscard]] std::optional<Xapian::docid> find(const std::string& id) const;
  [[nodiscard]] std::vector<Xapian::docid> articles_of(const FileKey& key) const;
  [[nodiscard]] Xapian::Document document(Xapian::docid docid) const;
  [[nodiscard]] std::uint64_t content_hash(Xapian::docid docid) const;
  [[nodiscard]] Xapian::doccount articles() const { return database_.get_doccount(); }

  // Writing. add() gives the new article's number, or 0 in a dry store.
  Xapian::docid add(const Xapian::Document& document);
  void replace(Xapian::docid docid, const Xapian::Document& document);
  void remove(Xapian::docid docid);
  void put_state(const FileKey& key, const FileState& state);
  void drop_state(const FileKey& key);
  void put_source(std::size_t number, const std::string& folder);
  void put_metadata(const std::string& key, const std::string& value);

  // Estimate of the memory held by changes since the last commit.
  [[nodiscard]] std::size_t pending_bytes() const { return pending_bytes_; }
  [[nodiscard]] bool has_changes() const { return changed_; }

  // Makes all changes since the last commit visible and durable, or none of them.
  void commit();

 private:
  Store(std::string path, Xapian::Database database);
  Store(std::string path, Xapian::WritableDatabase database);
  Xapian::WritableDatabase* writing();

  std::string path_;
  Xapian::Database database_;  // the same as *writable_ where that is set
  std::optional<Xapian::WritableDatabase> writable_;
  std::size_t pending_bytes_ = 0;
  bool changed_ = false;
};

// About how much memory Xapian needs for `document` until it is committed.
[[nodiscard]] std::size_t pending_cost(const Xapian::Document& document);

}  // namespace lede
