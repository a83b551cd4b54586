// What passes between planning, the workers and the writer of an update.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/result.h"
#include "indexer/bulk/encoded_document.h"
#include "indexer/index_document.h"
#include "indexer/update/file_state.h"

namespace lede {

// A file that is to be read, or at least hashed.
struct FileTask {
  FileKey key;
  std::string file;  // absolute path
  std::uint64_t size = 0;
  std::int64_t mtime = 0;  // nanoseconds since 1970
  std::optional<FileState> old;
  bool named = false;                // asked for by its own name: it must not be left out quietly
  bool force = false;                // read its articles even if its bytes are those of `old`
  bool counted = false;              // read again in the same run: what is unchanged was counted
  std::vector<std::uint64_t> known;  // content hashes of the articles it gave last time, sorted
};

// One article of a file, ready to be written.
struct PreparedRecord {
  std::string id;
  std::string path;           // as in Article
  bool id_from_path = false;  // it declares no id and no URL
  std::uint64_t hash = 0;     // content_hash of the article
  std::uint64_t text_bytes = 0;
  // One of these: its encode_article() alone, when the file had an article of that hash before,
  // which is most likely this one; its document; or that encoded to be written in bulk.
  std::string data;
  std::optional<IndexDocument> document;
  std::optional<EncodedDocument> encoded;
};

struct FailedRecord {
  std::string record;
  Error error;
};

enum class FileOutcome : std::uint8_t {
  kRead,     // all records that can be read were
  kSame,     // its bytes are those of last time
  kFailed,   // it could not be read, or not to its end
  kStopped,  // the run was interrupted
};

// How the reading of a file ended.
struct FileEnd {
  FileOutcome outcome = FileOutcome::kRead;
  FileState state;  // size, mtime, hash as read
  std::optional<Error> error;
};

// Some records of a file, in its order; the last chunk of a file has its end.
struct Chunk {
  std::size_t task = 0;  // index of the FileTask
  std::vector<PreparedRecord> records;
  std::vector<FailedRecord> failures;
  std::optional<FileEnd> end;
  std::size_t bytes = 0;         // about the memory it holds
  std::uint64_t read_bytes = 0;  // of the file, for progress
};

}  // namespace lede
