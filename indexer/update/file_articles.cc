// The articles a file gave when it was last read, and which of them have been found again.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/file_articles.h"

#include <algorithm>

namespace lede {

FileArticles::FileArticles(const Store& store, const FileKey& key) {
  for (const Xapian::docid docid : store.articles_of(key)) {
    found_.emplace(docid, false);
  }
}

bool FileArticles::claim(Xapian::docid docid) {
  const auto article = found_.find(docid);
  if (article == found_.end() || article->second) {
    return false;
  }
  article->second = true;
  return true;
}

std::vector<Xapian::docid> FileArticles::missing() const {
  std::vector<Xapian::docid> docids;
  for (const auto& [docid, found] : found_) {
    if (!found) {
      docids.push_back(docid);
    }
  }
  std::sort(docids.begin(), docids.end());
  return docids;
}

}  // namespace lede
