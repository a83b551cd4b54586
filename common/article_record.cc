// The record's layout: a version byte, then numbers as LEB128 and strings behind their lengths.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article_record.h"

#include <zstd.h>

#include <cstdint>

namespace lede {
namespace {

// Stored in databases: do not change without a new number here and a branch in decode_article.
constexpr char kVersion = 1;
constexpr int kCompressionLevel = 3;
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
    return broken();
  }
  std::string_view text() {
    const std::uint64_t size = number();
    if (size > in_.size()) {
      broken();
      return {};
    }
    const auto value = in_.substr(0, size);
    in_.remove_prefix(size);
    return value;
  }
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return in_.empty(); }
  [[nodiscard]] std::string_view rest() const { return in_; }

 private:
  std::uint64_t broken() {
    ok_ = false;
    in_ = {};
    return 0;
  }

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

std::string compress(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), kCompressionLevel));
  return out;
}

bool decompress(std::string_view frame, std::string& out) {
  const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > kMaxTextBytes) {
    return false;
  }
  out.resize(size);
  return ZSTD_decompress(out.data(), size, frame.data(), frame.size()) == size;
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
}

void read_body(RecordReader& body, Article& article) {
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
}

constexpr std::string Article::*kHeadFields[] = {
    &Article::id,       &Article::path,         &Article::url,    &Article::title,
    &Article::author,   &Article::publisher,    &Article::agency, &Article::place,
    &Article::language, &Article::language_from};

}  // namespace

std::string encode_article(const Article& article) {
  std::string out(1, kVersion);
  RecordWriter head(out);
  for (const auto field : kHeadFields) {
    head.text(article.*field);
  }
  head.number(article.published ? static_cast<std::uint64_t>(article.published->precision) : 0);
  if (article.published) {
    head.number(zigzag(article.published->instant));
    head.text(article.published->from);
  }
  head.number(article.invalid_bytes);
  std::string body;
  RecordWriter body_writer(body);
  write_body(body_writer, article);
  out += compress(body);
  return out;
}

Result<Article> decode_article(std::string_view record) {
  const auto damaged = [] {
    return fail(ErrorCode::kDatabaseCorrupt, "a stored article is damaged",
                "look closer with: lede-indexer check");
  };
  if (record.empty() || record.front() != kVersion) {
    return damaged();
  }
  Article article;
  RecordReader head(record.substr(1));
  for (const auto field : kHeadFields) {
    article.*field = head.text();
  }
  const std::uint64_t precision = head.number();
  if (precision > static_cast<std::uint64_t>(DatePrecision::kSecond)) {
    return damaged();
  }
  if (precision != 0) {
    article.published.emplace();
    article.published->precision = static_cast<DatePrecision>(precision);
    article.published->instant = unzigzag(head.number());
    article.published->from = head.text();
  }
  article.invalid_bytes = head.number();
  std::string body;
  if (!head.ok() || !decompress(head.rest(), body)) {
    return damaged();
  }
  RecordReader body_reader(body);
  read_body(body_reader, article);
  if (!body_reader.ok() || !body_reader.at_end()) {
    return damaged();
  }
  return article;
}

}  // namespace lede
