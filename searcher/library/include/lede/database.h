// A database that is open for searching: the calls of the library.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lede/answer.h"
#include "lede/error.h"
#include "lede/export.h"
#include "lede/question.h"

namespace lede::v1 {

// Threads: two calls on one Database must not overlap, whichever they are. Different ones, also of
// the same folder, may be used at the same time: open one for each thread.
//
// It answers from the commit that was the last when it was opened, until refresh(). Only when the
// writer has overwritten that commit meanwhile, a call goes on to the newest by itself.
//
// Any call may fail with kDatabaseDamaged, kDatabaseBusy or kInternal; further errors stand with
// each. No call throws, but for std::bad_alloc. Nothing is ever printed, and nothing written.
class LEDE_EXPORT Database {
 public:
  // The folder that lede-indexer made, or several to be searched as one; Xapian's stub files, which
  // name databases on other machines, are as good. Errors: kDatabaseMissing, kDatabaseForeign, and
  // kBadParameter where none is named.
  static Result<Database> open(const std::string& path);
  static Result<Database> open(const std::vector<std::string>& paths);

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  // Articles that match, best first. None is an answer without hits. Errors: kBadParameter,
  // kBadQuery, kQueryTooLong, kTooManyTerms, kQueryTooDeep.
  Result<Answer> search(const Question& question);

  // Articles like the one with this id, most alike first, without itself. Of the question all
  // counts but `query`, `match`, `strict` and `did_you_mean`. Errors: kNotFound, kBadParameter.
  Result<Answer> similar(std::string_view id, const Question& question = {});

  // What may be typed next, after `typed`: at most `limit`, which is at most 100. Errors:
  // kBadParameter, also where `typed` is over 2 KiB.
  Result<std::vector<Suggestion>> suggest(std::string_view typed, std::size_t limit = 10);

  // The article with this id, whole, and what `query` matches in it, if there is one. Errors:
  // kNotFound, kQueryTooLong, kTooManyTerms, kQueryTooDeep.
  Result<Article> article(std::string_view id, std::string_view query = {});

  // What is in the database.
  Result<Stats> stats();

  // Goes on to what is on disk now, also when the folder was swapped for another; true when that is
  // another revision. Where it cannot be opened, as in the middle of a swap, the old one stays and
  // goes on answering. Errors: as open().
  Result<bool> refresh();

 private:
  struct Impl;
  explicit Database(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace lede::v1
