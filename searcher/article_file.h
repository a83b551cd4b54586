// Which file of this machine an article was read from, so that it can be opened.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lede {

// For one page of hits. The database must outlive it.
class ArticleFiles {
 public:
  // Throws Xapian::Error.
  explicit ArticleFiles(const Xapian::Database& database);

  // The absolute path of the file that `document` was read from, where `path` is that of its
  // record; empty for several databases searched as one, whose source folders Xapian does not tell
  // apart. Throws Xapian::Error.
  [[nodiscard]] std::string file_of(const Xapian::Document& document, std::string_view path);

 private:
  [[nodiscard]] std::string file_of_key(const std::string& key) const;
  [[nodiscard]] bool is_file(const std::string& key);
  [[nodiscard]] bool has(Xapian::docid document, const std::string& key) const;

  const Xapian::Database& database_;
  std::vector<std::pair<std::string, std::string>> folders_;  // "0:" and the path it stands for
  std::map<std::string, bool> known_;  // whether keys asked for are those of files
};

}  // namespace lede
