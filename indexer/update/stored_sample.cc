// Articles that are in the index already, as a sample of a folder that grew little by little.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/stored_sample.h"

#include "common/article_record.h"
#include "indexer/update/prepare.h"
#include "indexer/update/sample.h"

namespace lede {

std::size_t StoredSample::add(const std::string& folder, LineLearner& learner) {
  constexpr std::size_t kMostArticles = 1000;
  folders_ = folders_ ? std::move(folders_) : sorted_by_folder();
  const auto found = folders_->find(folder);
  if (found == folders_->end() || found->second.articles < kEnoughToSample) {
    return 0;
  }
  // The newest files, as most archives name them by their date.
  std::size_t added = 0;
  const auto& files = found->second.files;
  for (auto key = files.rbegin(); key != files.rend() && added < kMostArticles; ++key) {
    for (const Xapian::docid docid : store_.articles_of(**key)) {
      const auto article = decode_article(store_.document(docid).get_data());
      if (article && added < kMostArticles) {
        learner.add(outlet_of(*article, folder_of(**key)), article->path,
                    restore_repeats(*article).text, head_of(*article));
        ++added;
      }
    }
  }
  return added;
}

std::map<std::string, StoredSample::Folder> StoredSample::sorted_by_folder() const {
  std::map<std::string, Folder> folders;
  for (const auto& [key, state] : known_) {
    Folder& folder = folders[folder_of(key).key];
    folder.articles += state.records;
    folder.files.push_back(&key);
  }
  return folders;
}

}  // namespace lede
