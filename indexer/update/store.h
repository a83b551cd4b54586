// The one place that changes a database: everything between two commits becomes visible together.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/result.h"
#include "indexer/bulk/encoded_document.h"
#include "indexer/index_document.h"
#include "indexer/update/bulk_build.h"
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

  // Likewise, but makes none. Errors: also kDatabaseMissing.
  static Result<Store> open_existing(const std::string& path);

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

  // Whether the article was added since the store was opened. In bulk it cannot be read yet.
  [[nodiscard]] bool is_new(Xapian::docid docid) const { return docid > last_docid_; }

  // Writing. add() gives the new article's number, or 0 in a dry store. An encoded document is for
  // a store that writes in bulk; either takes the other kind.
  Xapian::docid add(const std::string& id, IndexDocument&& document);
  Xapian::docid add(const std::string& id, const EncodedDocument& document);
  void replace(Xapian::docid docid, const Xapian::Document& document);
  void remove(Xapian::docid docid);
  void put_state(const FileKey& key, const FileState& state);
  void drop_state(const FileKey& key);
  void put_source(std::size_t number, const std::string& folder);
  void put_metadata(const std::string& key, const std::string& value);

  // Estimate of the memory held by changes since the last commit.
  [[nodiscard]] std::size_t pending_bytes() const;
  [[nodiscard]] bool has_changes() const { return changed_; }

  // Makes all changes since the last commit visible and durable, or none of them. In bulk it only
  // makes room in memory; all become visible with publish().
  void commit();

  // From here on a new database is built beside this one, and add() writes in bulk, with so much
  // memory. Nothing may have been changed yet, and the store must not be dry.
  void begin_bulk(std::size_t memory);

  // Writes what was added; `progress` is told which share of that is done. From here on add() is
  // Xapian's again, and all articles can be read.
  void end_bulk(const std::function<void(double)>& progress);

  // After end_bulk(): puts the new database in the place of the old one, or fails and leaves that.
  // `verify`, which may be empty, is given the folder of the new one and may refuse it. Then
  // nothing more may be written.
  [[nodiscard]] Result<void> publish(
      const std::function<Result<void>(const std::string& folder)>& verify);

 private:
  Store(std::string path, Xapian::Database database);
  Store(std::string path, Xapian::WritableDatabase database);
  Xapian::WritableDatabase* writing();
  void reopen(const std::string& path);

  std::string path_;
  std::string folder_;  // of the database that is written: beside path_ while it is built in bulk
  Xapian::Database database_;  // the same as *writable_ where that is set
  std::optional<Xapian::WritableDatabase> writable_;
  Xapian::docid last_docid_ = 0;  // when the store was opened
  std::size_t pending_bytes_ = 0;
  bool changed_ = false;

  // While a new database is built, and until it is published:
  std::string live_;                                // path_ without links
  std::optional<Xapian::WritableDatabase> locked_;  // the one there
  std::unique_ptr<BulkBuild> build_;
  bool adds_in_bulk_ = false;
};

// About how much memory Xapian needs for `document` until it is committed.
[[nodiscard]] std::size_t pending_cost(const Xapian::Document& document);

}  // namespace lede
