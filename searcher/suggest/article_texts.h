// The texts of a few articles, each read once.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace lede {

class ArticleTexts {
 public:
  explicit ArticleTexts(const Xapian::Database& database) : database_(database) {}

  // The beginning of the article's text, some 16 KiB; empty for a damaged record. Valid as long as
  // this object. Throws Xapian::Error.
  const std::string& text(Xapian::docid article);

  // The first articles that have an exact word. Throws Xapian::Error.
  [[nodiscard]] std::vector<Xapian::docid> with(const std::string& term, std::size_t most) const;

 private:
  const Xapian::Database& database_;
  std::map<Xapian::docid, std::string> texts_;
};

}  // namespace lede
