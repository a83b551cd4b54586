// A reader turns the bytes of one file of one format into pages. One reader a file; readers.cc
// holds the only list of them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/result.h"

namespace lede {

// What a reader found in one record of a file, before extraction decides what is the article.
// Fields are those the format declares (JSON keys, HTML meta, front matter); empty is undeclared.
struct RawPage {
  Article declared;      // fields as declared; declared.text is unused
  std::string text;      // readable text of the page, UTF-8, paragraphs by blank lines
  bool scraped = false;  // the text may hold furniture, bylines and datelines to be taken out
  std::string record;    // name of the record in its file: "" for the only one, else "1", "2", …
};

// What a reader is given besides the bytes.
struct ReadContext {
  std::string_view name;         // file name without folders and compression suffix, for messages
  std::string_view charset;      // charset declared from outside, or empty
  std::int64_t modified = 0;     // the file's time: no article is dated after it (seconds UTC)
  std::size_t lines_before = 0;  // of the file, when `bytes` is a later piece of it
};

// Called for each page in file order. Returns false to stop early.
using PageSink = std::function<bool(RawPage&&)>;

// Called for each record that cannot be read (a broken JSONL line); the file goes on.
using RecordFailureSink = std::function<void(std::string_view record, const Error&)>;

class Reader {
 public:
  Reader() = default;
  virtual ~Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // "html", "jsonl", …: for messages and reports.
  [[nodiscard]] virtual std::string_view format() const = 0;

  // File name endings it reads, lower case, without the dot.
  [[nodiscard]] virtual std::span<const std::string_view> extensions() const = 0;

  // Whether each line is a record of its own, named by its number: a file larger than memory is
  // then given in pieces of whole lines.
  [[nodiscard]] virtual bool record_a_line() const { return false; }

  // Reads `bytes`, already uncompressed. Fails as a whole with kUnreadable when nothing can be
  // made of them. Thread-safe: readers have no state.
  [[nodiscard]] virtual Result<void> read(std::string_view bytes, const ReadContext& context,
                                          const PageSink& page,
                                          const RecordFailureSink& failed) const = 0;
};

// The reader for a file name ("a.html", "b.JSONL"; compression suffix already cut), or nullptr.
[[nodiscard]] const Reader* reader_for(std::string_view file_name);

}  // namespace lede
