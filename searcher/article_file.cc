// From the file key of a document, "0:story/a.txt", to a path.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/article_file.h"

#include "common/schema.h"

namespace lede {

std::string article_file(const Xapian::Database& database, const Xapian::Document& document) {
  if (database.size() != 1) {
    return {};
  }
  auto term = document.termlist_begin();
  term.skip_to(std::string(prefix::kFile));
  if (term == document.termlist_end()) {
    return {};
  }
  const std::string key = *term;
  const std::size_t colon = key.find(':');
  // A key of this length may have been cut.
  if (!key.starts_with(prefix::kFile) || colon == std::string::npos ||
      key.size() >= kMaxTermBytes) {
    return {};
  }
  const std::string number = key.substr(prefix::kFile.size(), colon - prefix::kFile.size());
  const std::string folder = database.get_metadata(std::string(meta::kSourcePrefix) + number);
  if (folder.empty()) {
    return {};
  }
  return folder + (folder.ends_with('/') ? "" : "/") + key.substr(colon + 1);
}

}  // namespace lede
