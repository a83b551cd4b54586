// The file's key, "0:story/a.txt", is a term of the article and all but told by its path. To ask
// whether there is such a term is far cheaper than to read all of the article's.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/article_file.h"

#include <algorithm>

#include "common/schema.h"

namespace lede {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

// What of a record's path may be its file's: "a.jsonl" of "a.jsonl#12", then "a.jsonl#12" itself.
std::vector<std::string_view> file_paths(std::string_view path) {
  std::vector<std::string_view> paths;
  for (std::size_t at = path.rfind('#'); at != std::string_view::npos && at > 0;
       at = path.rfind('#', at - 1)) {
    paths.push_back(path.substr(0, at));
  }
  paths.push_back(path);
  return paths;
}

// From the article's terms; empty where it may have been cut.
std::string stored_key(const Xapian::Document& document) {
  auto term = document.termlist_begin();
  term.skip_to(std::string(prefix::kFile));
  if (term == document.termlist_end() || !(*term).starts_with(prefix::kFile) ||
      (*term).size() >= kMaxTermBytes) {
    return {};
  }
  return (*term).substr(prefix::kFile.size());
}

}  // namespace

ArticleFiles::ArticleFiles(const Xapian::Database& database) : database_(database) {
  if (database.size() != 1) {
    return;
  }
  const std::string prefix(meta::kSourcePrefix);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
       ++key) {
    if (std::string folder = database.get_metadata(*key); !folder.empty()) {
      folder += folder.ends_with('/') ? "" : "/";
      folders_.emplace_back((*key).substr(prefix.size()) + ":", std::move(folder));
    }
  }
}

std::string ArticleFiles::file_of(const Xapian::Document& document, std::string_view path) {
  if (folders_.empty()) {
    return {};
  }
  if (path.find(kReplacement) != std::string_view::npos) {
    return file_of_key(stored_key(document));  // the name's own bytes are only there
  }
  std::vector<std::string> keys;
  for (const auto& [number, folder] : folders_) {
    for (const std::string_view file : file_paths(path)) {
      if (std::string key = number + std::string(file); is_file(key)) {
        keys.push_back(std::move(key));
      }
    }
  }
  // Mostly there is but one such file. Which of several it is, their postings tell.
  for (const std::string& key : keys) {
    if (keys.size() == 1 || has(document.get_docid(), key)) {
      return file_of_key(key);
    }
  }
  return {};
}

std::string ArticleFiles::file_of_key(const std::string& key) const {
  const auto found = std::find_if(folders_.begin(), folders_.end(), [&](const auto& folder) {
    return key.starts_with(folder.first);
  });
  return found == folders_.end() ? std::string() : found->second + key.substr(found->first.size());
}

bool ArticleFiles::is_file(const std::string& key) {
  const auto [known, fresh] = known_.try_emplace(key);
  if (fresh) {
    known->second = database_.term_exists(boolean_term(prefix::kFile, key));
  }
  return known->second;
}

bool ArticleFiles::has(Xapian::docid document, const std::string& key) const {
  const std::string term = boolean_term(prefix::kFile, key);
  auto posting = database_.postlist_begin(term);
  if (posting != database_.postlist_end(term)) {
    posting.skip_to(document);
  }
  return posting != database_.postlist_end(term) && *posting == document;
}

}  // namespace lede
