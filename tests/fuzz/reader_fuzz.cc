// What every reader's fuzz target does.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/reader_fuzz.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "indexer/extract.h"
#include "indexer/extract/compose.h"
#include "indexer/readers/reader.h"
#include "simdjson.h"

namespace lede::fuzz {
namespace {

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

void require_text(const std::string& text) {
  require(simdjson::validate_utf8(text.data(), text.size()));
  require(text.find('\0') == std::string::npos);
}

}  // namespace

void read_and_extract(std::string_view file_name, const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Reader* reader = reader_for(file_name);
  require(reader != nullptr);
  const ReadContext context{file_name, {}, 1700000000};
  const PageSink page = [&](RawPage&& read) {
    std::string text = read.text;
    compose(text);
    const std::size_t length =
        read.furniture.empty()
            ? text.size()
            : std::max(text.size(), read.furniture.back().end - read.text.size() + text.size());
    const Article article = extract_article(std::move(read), context.modified);
    for (const std::string* field :
         {&article.id, &article.url, &article.title, &article.author, &article.publisher,
          &article.agency, &article.place, &article.language, &article.text}) {
      require_text(*field);
    }
    for (const Zone& zone : article.zones) {
      require(zone.start < zone.end && zone.end <= length);
      require(zone.text.size() == zone.end - zone.start);
    }
    require(!article.published || !article.published->from.empty());
    return true;
  };
  const RecordFailureSink failed = [](std::string_view, const Error& error) {
    require(!error.message.empty());
  };
  const Result<void> result = reader->read(bytes, context, page, failed);
  require(result.has_value() || !result.error().message.empty());
}

}  // namespace lede::fuzz
