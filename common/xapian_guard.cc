// Which of Xapian's exceptions is which of our errors.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/xapian_guard.h"

namespace lede {

Error from_xapian(const Xapian::Error& error, std::string_view what) {
  const std::string type = error.get_type();
  const std::string message = std::string(what) + ": " + error.get_msg();
  if (type == "DatabaseNotFoundError") {
    return {ErrorCode::kDatabaseMissing, std::string(what) + ": there is no database here",
            "build one with: lede-indexer update FOLDER --db " + std::string(what)};
  }
  // Xapian calls it so too when the lock cannot be asked for, as on a full disk.
  const bool is_taken = message.find("already locked") != std::string::npos;
  if (type == "DatabaseLockError" && is_taken) {
    return {ErrorCode::kLocked, std::string(what) + ": another process is writing this database",
            "wait until it has finished and try again"};
  }
  if (type == "DatabaseModifiedError") {
    return {ErrorCode::kDatabaseModified, message, "the database changed while reading: try again"};
  }
  if (type == "DatabaseVersionError") {
    return {ErrorCode::kDatabaseForeign, message,
            "the database was written by another version of Xapian: rebuild it with lede-indexer"};
  }
  if (type == "QueryParserError" || type == "WildcardError") {
    return {ErrorCode::kBadQuery, message, ""};
  }
  if (type == "DatabaseCorruptError") {
    return {ErrorCode::kDatabaseCorrupt, message,
            "look closer with: lede-indexer check --db " + std::string(what)};
  }
  if (type == "DocNotFoundError") {
    return {ErrorCode::kNotFound, message, ""};
  }
  const std::string reason = error.get_error_string() != nullptr ? error.get_error_string() : "";
  return {ErrorCode::kIo, message + (reason.empty() ? "" : " (" + reason + ")"), ""};
}

}  // namespace lede
