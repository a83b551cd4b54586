// The record's layout: a version byte, then numbers as LEB128 and strings behind their lengths.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article_record.h"

#include <zstd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace lede {
namespace {

// Stored in databases: do not change without a new number here and a branch where records are read.
constexpr char kVersion = 2;
constexpr char kVersionWithoutOrigins = 1;  // no section, no date of change, no origins
// Level 3 takes half as long again, for records a hundredth smaller.
constexpr int kCompressionLevel = 1;
// No article is longer; a record that claims more is damaged.
constexpr std::uint64_t kMaxTextBytes = std::uint64_t{1} << 30;

class RecordWriter {
 public:
  explicit RecordWriter(std::string& out) : out_(out) {}

  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) {
      out_ += static_cast<char>(0x80 | (value & 0x7f));
    }
    out_ += static_cast<char>(value);
  }
  void text(std::string_view value) {
    number(value.size());
    out_ += value;
  }

 private:
  std::string& out_;
};

// Reads what RecordWriter wrote. After the first bad read everything is empty and ok() is false.
class RecordReader {
 public:
  explicit RecordReader(std::string_view in) : in_(in) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !in_.empty(); shift += 7) {
      const auto byte = static_cast<std::uint8_t>(in_.front());
      in_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7fU} << shift;
      if (byte < 0x80) {
        return value;
      }
    }
    broken();
    return 0;
  }
  std::string_view text() {
    const std::uint64_t size = number();
    if (size > in_.size()) {
      return broken();
    }
    const auto value = in_.substr(0, size);
    in_.remove_prefix(size);
    return value;
  }
  std::string_view broken() {
    ok_ = false;
    in_ = {};
    return {};
  }
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return in_.empty(); }
  [[nodiscard]] std::string_view rest() const { return in_; }

 private:
  std::string_view in_;
  bool ok_ = true;
};

// Instants before 1970 are negative: zigzag keeps them short.
std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

// Making one takes as long as compressing a short article, so that each thread keeps its own.
ZSTD_CCtx* compression_context() {
  struct Free {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  };
  thread_local const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
  return context.get();
}

std::string compress(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compressCCtx(compression_context(), out.data(), out.size(), text.data(),
                               text.size(), kCompressionLevel));
  return out;
}

ZSTD_DCtx* decompression_context() {
  struct Free {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };
  thread_local const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
  return context.get();
}

bool decompress(std::string_view frame, std::string& out) {
  const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > kMaxTextBytes) {
    return false;
  }
  out.resize(size);
  return ZSTD_decompressDCtx(decompression_context(), out.data(), size, frame.data(),
                             frame.size()) == size;
}

void write_date(RecordWriter& out, const std::optional<PublishedDate>& date) {
  out.number(date ? static_cast<std::uint64_t>(date->precision) : 0);
  if (date) {
    out.number(zigzag(date->instant));
    out.text(date->from);
  }
}

// False when there is no such precision.
bool read_date(RecordReader& in, std::optional<PublishedDate>& date) {
  const std::uint64_t precision = in.number();
  if (precision > static_cast<std::uint64_t>(DatePrecision::kSecond)) {
    return false;
  }
  if (precision != 0) {
    date.emplace();
    date->precision = static_cast<DatePrecision>(precision);
    date->instant = unzigzag(in.number());
    date->from = in.text();
  }
  return true;
}

// What origins mostly say, as numbers from 1. Stored in databases: only ever add to the end.
constexpr std::array<std::string_view, 34> kWords = {
    "title",     "author",     "publisher",      "agency",     "place",        "published",
    "modified",  "section",    "language",       "url",        "high",         "medium",
    "low",       "declared",   "field",          "json-ld",    "microdata",    "opengraph",
    "meta",      "heading",    "title-element",  "byline",     "time-element", "date-element",
    "link",      "html-lang",  "headline",       "dateline",   "copyright",    "front-matter",
    "date-line", "rel-author", "published-line", "agency-line"};

void write_word(RecordWriter& out, std::string_view word) {
  const auto* const known = std::find(kWords.begin(), kWords.end(), word);
  out.number(known == kWords.end() ? 0 : static_cast<std::uint64_t>(known - kWords.begin()) + 1);
  if (known == kWords.end()) {
    out.text(word);
  }
}

std::string_view read_word(RecordReader& in) {
  const std::uint64_t number = in.number();
  if (number == 0) {
    return in.text();
  }
  return number <= kWords.size() ? kWords[number - 1] : in.broken();
}

// Everything in reading order: the two functions below must name the same fields.
void write_body(RecordWriter& body, const Article& article) {
  body.text(article.text);
  body.number(article.zones.size());
  for (const Zone& zone : article.zones) {
    body.text(zone.kind);
    body.number(zone.start);
    body.number(zone.end);
    body.text(zone.why);
    body.text(zone.text);
  }
  body.number(article.origins.size());
  for (const FieldOrigin& origin : article.origins) {
    write_word(body, origin.field);
    write_word(body, origin.from);
    write_word(body, origin.confidence);
  }
}

void read_origins(RecordReader& body, Article& article) {
  for (std::uint64_t left = body.number(); left > 0 && body.ok(); --left) {
    FieldOrigin origin;
    origin.field = read_word(body);
    origin.from = read_word(body);
    origin.confidence = read_word(body);
    article.origins.push_back(std::move(origin));
  }
}

void read_body(RecordReader& body, char version, Article& article) {
  article.text = body.text();
  for (std::uint64_t left = body.number(); left > 0 && body.ok(); --left) {
    Zone zone;
    zone.kind = body.text();
    zone.start = body.number();
    zone.end = body.number();
    zone.why = body.text();
    zone.text = body.text();
    article.zones.push_back(std::move(zone));
  }
  if (version != kVersionWithoutOrigins) {
    read_origins(body, article);
  }
}

constexpr std::string Article::*kHeadFields[] = {
    &Article::id,       &Article::path,         &Article::url,    &Article::title,
    &Article::author,   &Article::publisher,    &Article::agency, &Article::place,
    &Article::language, &Article::language_from};

bool read_head(RecordReader& head, char version, Article& article) {
  for (const auto field : kHeadFields) {
    article.*field = head.text();
  }
  bool good = read_date(head, article.published);
  if (version != kVersionWithoutOrigins) {
    article.section = head.text();
    good = good && read_date(head, article.modified);
  }
  article.invalid_bytes = head.number();
  return good && head.ok();
}

bool read_compressed_body(std::string_view frame, char version, Article& article) {
  std::string bytes;
  if (!decompress(frame, bytes)) {
    return false;
  }
  RecordReader body(bytes);
  read_body(body, version, article);
  return body.ok() && body.at_end();
}

Result<Article> decode(std::string_view record, bool with_body) {
  Article article;
  const char version = record.empty() ? '\0' : record.front();
  RecordReader head(record.substr(std::min<std::size_t>(record.size(), 1)));
  if ((version != kVersion && version != kVersionWithoutOrigins) ||
      !read_head(head, version, article) ||
      (with_body && !read_compressed_body(head.rest(), version, article))) {
    return fail(ErrorCode::kDatabaseCorrupt, "a stored article is damaged",
                "look closer with: lede-indexer check");
  }
  return article;
}

}  // namespace

std::string encode_article(const Article& article) {
  std::string out(1, kVersion);
  RecordWriter head(out);
  for (const auto field : kHeadFields) {
    head.text(article.*field);
  }
  write_date(head, article.published);
  head.text(article.section);
  write_date(head, article.modified);
  head.number(article.invalid_bytes);
  std::string body;
  RecordWriter body_writer(body);
  write_body(body_writer, article);
  out += compress(body);
  return out;
}

Result<Article> decode_article(std::string_view record) { return decode(record, true); }

Result<Article> decode_article_head(std::string_view record) { return decode(record, false); }

}  // namespace lede
