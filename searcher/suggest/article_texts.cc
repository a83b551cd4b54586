// Reading records, and no more of them than is looked at.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/suggest/article_texts.h"

#include <utility>

#include "common/article_record.h"
#include "common/schema.h"
#include "common/text/utf8.h"

namespace lede {
namespace {

// A long article shows its words early enough.
constexpr std::size_t kMostBytes = std::size_t{16} * 1024;

}  // namespace

const std::string& ArticleTexts::text(Xapian::docid article) {
  const auto [entry, fresh] = texts_.try_emplace(article);
  if (fresh) {
    auto read = decode_article(database_.get_document(article).get_data());
    if (read) {
      entry->second = std::move(read->text);
      if (entry->second.size() > kMostBytes) {
        entry->second.resize(floor_boundary(entry->second, kMostBytes));
      }
    }
  }
  return entry->second;
}

std::vector<Xapian::docid> ArticleTexts::with(const std::string& term, std::size_t most) const {
  std::vector<Xapian::docid> articles;
  const std::string key = text_term("", term);
  const auto end = database_.postlist_end(key);
  for (auto at = database_.postlist_begin(key); at != end && articles.size() < most; ++at) {
    articles.push_back(*at);
  }
  return articles;
}

}  // namespace lede
