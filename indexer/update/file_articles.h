// The articles a file gave when it was last read, and which of them have been found again.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <unordered_map>
#include <vector>

#include "indexer/update/store.h"

namespace lede {

class FileArticles {
 public:
  FileArticles() = default;
  FileArticles(const Store& store, const FileKey& key);

  // Marks `docid` as found. False when it is no article of this file, or was found before.
  bool claim(Xapian::docid docid);

  // An article added in this run: found.
  void add(Xapian::docid docid) { found_[docid] = true; }

  // Those not found, in order.
  [[nodiscard]] std::vector<Xapian::docid> missing() const;

  [[nodiscard]] std::size_t size() const { return found_.size(); }

 private:
  std::unordered_map<Xapian::docid, bool> found_;
};

}  // namespace lede
