// A folder of articles and its database, for tests that update one from the other.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "indexer/update/update.h"
#include "tests/support/temp_dir.h"

namespace lede::test {

// All that can be told of a stored article: record, terms with their positions and counts, values.
// Not told: its docid, and when it was first indexed.
using IndexedArticles = std::map<std::string, std::string>;  // by id

[[nodiscard]] IndexedArticles indexed_articles(const std::string& database);

// What differs, article by article, in few words; empty when nothing does.
[[nodiscard]] std::string difference(const IndexedArticles& found, const IndexedArticles& expected);

class Archive {
 public:
  // Writes a file as if it had been there for a while, so that its time can be trusted.
  void write(const std::string& name, const std::string& bytes) const;
  void remove(const std::string& name) const;
  void rename(const std::string& from, const std::string& to) const;

  // Brings the database in step. Fails the test when the update itself fails.
  UpdateResult update(const UpdateOptions& given = {});

  // A new database from the same folder, in the same way.
  [[nodiscard]] IndexedArticles clean_build(const UpdateOptions& given = {}) const;

  [[nodiscard]] UpdateOptions options(const UpdateOptions& given = {}) const;
  [[nodiscard]] IndexedArticles articles() const { return indexed_articles(database()); }
  [[nodiscard]] std::vector<std::string> ids() const;
  [[nodiscard]] std::string folder() const { return (dir_.path() / "articles").string(); }
  [[nodiscard]] std::string database() const { return (dir_.path() / "lede.db").string(); }
  [[nodiscard]] const TempDir& dir() const { return dir_; }

  // What the last update said.
  std::vector<FailedPath> failures;
  std::vector<std::string> changes;  // "added id path", …
  std::vector<std::string> skips;    // messages

 private:
  TempDir dir_;
};

// A JSON line of an article.
[[nodiscard]] std::string json_article(const std::string& id, const std::string& title,
                                       const std::string& text);

// The text of a file that is one article.
[[nodiscard]] std::string plain(const std::string& title);

// Fails the test when something is wrong with the database.
void expect_whole(const Archive& archive);

}  // namespace lede::test
