// From a page as read to the Article as indexed. Declared pages keep their text whole.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract.h"

#include <utility>

#include "indexer/readers/ascii.h"

namespace lede {

Article extract_article(RawPage&& page, std::int64_t modified) {
  Article article = std::move(page.declared);
  constexpr std::int64_t kDaySeconds = 86400;
  if (article.published && modified != 0 && article.published->instant > modified + kDaySeconds) {
    article.published.reset();
  }
  article.text = trimmed(page.text);
  return article;
}

}  // namespace lede
