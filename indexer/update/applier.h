// Brings the index in step with what was read: finds the article each record is, and writes only
// what differs. docs/index-format.md has the rules of identity in words.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "common/text/analyzer.h"
#include "indexer/document_builder.h"
#include "indexer/update/file_articles.h"
#include "indexer/update/plan.h"
#include "indexer/update/store.h"
#include "indexer/update/task.h"

namespace lede {

struct UpdateCounts {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t removed = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t moved = 0;       // of the unchanged, those with a new path
  std::uint64_t failed = 0;      // files and records
  std::uint64_t skipped = 0;     // files, and members of archives, of kinds no reader reads
  std::uint64_t text_bytes = 0;  // of the articles added and updated
};

enum class ChangeKind : std::uint8_t { kAdded, kUpdated, kRemoved, kMoved };

struct ApplierOptions {
  std::int64_t now = 0;    // first indexed instant of new articles
  bool keep_gone = false;  // articles of files and records that vanished stay
  std::size_t batch_bytes = std::size_t{64} << 20;  // commit when changes hold so much memory
  std::function<bool()> memory_is_short;            // asked now and then: commit at once
  std::function<void(ChangeKind, const std::string& id, const std::string& path)> changed;
  std::function<void(FailedPath)> failed;
  std::function<void(FailedPath)> skipped;
};

// For one thread. Members may throw Xapian::Error.
class Applier {
 public:
  Applier(Store& store, const Plan& plan, ApplierOptions options);

  // The next chunk, whose documents are taken; chunks of a file come in order, and files one after
  // another.
  void apply(const FileTask& task, Chunk& chunk);

  // After the last file: removes what belongs to files that vanished.
  void remove_gone();

  // Files not read, because they seemed to be a vanished one that another file turned out to be.
  [[nodiscard]] const std::set<FileKey>& unread() const { return unread_; }

  // Whether an article went, so that one with the same declared id may now have it.
  [[nodiscard]] bool ids_were_freed() const { return ids_were_freed_; }

  // Commits all changes; a file not ended is marked, so that it is read again.
  void commit();

  [[nodiscard]] const UpdateCounts& counts() const { return counts_; }

 private:
  // Which article a record is: `docid` 0 is a new one.
  struct Target {
    Xapian::docid docid = 0;
    std::string id;
  };

  void begin(const FileTask& task);
  void apply_record(PreparedRecord& record);
  void apply_failure(const FailedRecord& failure);
  void end(const FileEnd& end);
  [[nodiscard]] Target locate(const PreparedRecord& record);
  [[nodiscard]] std::optional<Target> find_kept(const PreparedRecord& record);
  [[nodiscard]] std::string next_id(const std::string& id, const PreparedRecord& record) const;
  [[nodiscard]] bool take_over(Xapian::docid docid);
  void write(PreparedRecord& record, const Target& target);
  void add(PreparedRecord& record, const std::string& id);
  Xapian::docid add_document(PreparedRecord& record, const std::string& id);
  void change(PreparedRecord& record, const Target& target, Xapian::Document old);
  // Takes the record's document where that has this id.
  [[nodiscard]] IndexDocument document_of(PreparedRecord& record, const std::string& id);
  void end_same(const FileEnd& end);
  void move_here(const FileKey& from, const FileEnd& end);
  void remove_missing();
  void remove(Xapian::docid docid);
  void put_incomplete();
  void commit_if_full();
  void tell(ChangeKind kind, const std::string& id, const std::string& path) const;

  Store& store_;
  const ApplierOptions options_;
  UpdateCounts counts_;
  Analyzer analyzer_;  // for the few articles that come without their document
  DocumentBuilder builder_;
  std::map<FileKey, FileState> gone_;
  std::set<std::string> gone_terms_;  // the same, as articles name their file
  std::set<FileKey> unread_;
  bool ids_were_freed_ = false;
  unsigned since_asked_ = 0;  // changes since memory_is_short was asked

  // The file at hand, if any:
  const FileTask* task_ = nullptr;
  FileArticles articles_;
  FileState state_;
  bool touched_ = false;  // something of it was written
};

}  // namespace lede
