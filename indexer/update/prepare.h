// From a page as read to an article ready to be written: extraction, identity, language, analysis.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "common/text/analyzer.h"
#include "indexer/bulk/encoded_document.h"
#include "indexer/document_builder.h"
#include "indexer/extract/repeats.h"
#include "indexer/readers/reader.h"
#include "indexer/update/task.h"

namespace lede {

struct PrepareOptions {
  std::string language;                   // for articles that declare none; empty: detect it
  bool documents = true;                  // false: only what tells whether an article changed
  bool encoded = false;                   // documents as they are written in bulk
  const LearnedLines* learned = nullptr;  // lines that repeat, or null
};

// What a thread works with; it is used for one article after another.
struct PrepareTools {
  Analyzer analyzer;
  DocumentBuilder builder;
  DocumentEncoder encoder;
};

// The article of `page`, which is in the file of `task`; its id, path and language are set.
[[nodiscard]] Article make_article(RawPage&& page, const FileTask& task, std::int64_t modified,
                                   const PrepareOptions& options);

// The articles that are compared when neither address nor publisher is known: those of the source
// folder, or of a folder right below it, if its name is more than a number or date.
[[nodiscard]] Outlet folder_of(const FileKey& key);

// What `Article::path` is for a record of a file.
[[nodiscard]] std::string article_path(const FileKey& key, const std::string& record);

// Ready to be written, as far as `options` asks for it.
[[nodiscard]] PreparedRecord prepare_record(const Article& article, const FileTask& task,
                                            PrepareTools& tools, const PrepareOptions& options);

// Bytes that are not UTF-8 replaced by U+FFFD, as file names may have them.
[[nodiscard]] std::string to_valid_utf8(std::string_view bytes);

}  // namespace lede
