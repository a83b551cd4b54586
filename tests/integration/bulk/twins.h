// The same documents in two databases: one written in bulk, one through Xapian.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <map>
#include <optional>
#include <random>
#include <string>

#include "indexer/bulk/database_builder.h"
#include "indexer/index_document.h"
#include "tests/support/temp_dir.h"

namespace lede::test {

class Twins {
 public:
  // `options.folder` is chosen here.
  explicit Twins(BuilderOptions options = {});

  Xapian::docid add(IndexDocument document);
  void spill() { builder_->spill(); }

  // After the last document.
  void finish(const std::map<std::string, std::string>& metadata = {});

  // After finish(): fails the test at what differs, and at what Xapian's check finds.
  void expect_equal(const std::string& when) const;

  // The same with so many random queries.
  void expect_equal_answers(std::size_t queries) const;

  // After finish(): the same change through Xapian in both, committed.
  void change(const std::function<void(Xapian::WritableDatabase&)>& edit) const;

  [[nodiscard]] std::string bulk() const { return (dir_.path() / "bulk").string(); }
  [[nodiscard]] std::string api() const { return (dir_.path() / "api").string(); }
  [[nodiscard]] const TempDir& dir() const { return dir_; }
  [[nodiscard]] const DocumentSample& sample() const { return builder_->sample(); }

 private:
  TempDir dir_;
  DocumentEncoder encoder_;
  std::optional<DatabaseBuilder> builder_;
  std::optional<Xapian::WritableDatabase> writable_;
};

// Adds, replaces and deletes at random, as Xapian's own writer does them.
void edit_at_random(Xapian::WritableDatabase& database, std::mt19937& random);

}  // namespace lede::test
