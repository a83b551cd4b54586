// From a page as read to an article ready to be written: extraction, identity, language, analysis.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/prepare.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

#include "common/article_record.h"
#include "common/text/language.h"
#include "indexer/document.h"
#include "indexer/extract.h"

namespace lede {
namespace {

// Declared, then told by an option, then detected; else it stays unknown.
void settle_language(Article& article, const std::string& option) {
  article.language = normalize_language(article.language);
  article.language_from = "declared";
  if (article.language.empty() && !option.empty()) {
    article.language = option;
    article.language_from = "option";
  }
  if (article.language.empty()) {
    article.language = detect_language(article.title + "\n\n" + article.text);
    article.language_from = "detected";
  }
  if (article.language.empty()) {
    article.language_from.clear();
  }
}

}  // namespace

Article make_article(RawPage&& page, const FileTask& task, std::int64_t modified,
                     const PrepareOptions& options) {
  const std::string record = std::move(page.record);
  Article article =
      extract_article(std::move(page), modified, {options.learned, folder_of(task.key)});
  article.path = article_path(task.key, record);
  if (article.id.empty()) {
    article.id = article.url.empty() ? article.path : article.url;
  }
  settle_language(article, options.language);
  return article;
}

Outlet folder_of(const FileKey& key) {
  const std::string source = "folder:" + std::to_string(key.source);
  const std::size_t slash = key.path.find('/');
  const std::string below = slash == std::string::npos ? "" : key.path.substr(0, slash);
  if (below.find_first_not_of("0123456789-_. ") == std::string::npos) {
    return {source, "this folder"};
  }
  return {source + ":" + below, "the folder " + to_valid_utf8(below)};
}

std::string article_path(const FileKey& key, const std::string& record) {
  return to_valid_utf8(key.path) + (record.empty() ? "" : "#" + record);
}

PreparedRecord prepare_record(const Article& article, const FileTask& task, PrepareTools& tools,
                              const PrepareOptions& options) {
  PreparedRecord record;
  record.id = article.id;
  record.path = article.path;
  record.id_from_path = article.id == article.path;
  record.hash = content_hash(article);
  record.text_bytes = article.title.size() + article.text.size();
  if (!options.documents || std::binary_search(task.known.begin(), task.known.end(), record.hash)) {
    record.data = encode_article(article);
    return record;
  }
  IndexDocument document =
      build_document(article, to_string(task.key), tools.analyzer, tools.builder);
  // Of a file that had articles before, this may be one that is to be replaced.
  if (options.encoded && !task.old) {
    record.encoded = tools.encoder.encode(std::move(document));
  } else {
    record.document = std::move(document);
  }
  return record;
}

std::string to_valid_utf8(std::string_view bytes) {
  std::string valid;
  icu::UnicodeString::fromUTF8({bytes.data(), static_cast<std::int32_t>(bytes.size())})
      .toUTF8String(valid);
  return valid;
}

}  // namespace lede
