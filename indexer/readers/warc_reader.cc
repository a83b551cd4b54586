// WARC: what a crawler fetched; each page or text that was answered is an article.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "indexer/extract/dates.h"
#include "indexer/input/line_reader.h"
#include "indexer/readers/ascii.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/warc/http_message.h"

namespace lede {
namespace {

constexpr std::string_view kVersionStart = "WARC/";
constexpr std::size_t kMaxLine = std::size_t{64} << 10;
constexpr std::size_t kMaxHeaders = std::size_t{1} << 20;

struct RecordHead {
  std::string type;
  std::string url;
  std::string date;
  std::string content_type;
  std::uint64_t length = 0;
};

// "<https://…>" as some old writers put it.
std::string_view unbracketed(std::string_view url) {
  return url.size() > 1 && url.front() == '<' && url.back() == '>' ? url.substr(1, url.size() - 2)
                                                                   : url;
}

class WarcFile {
 public:
  WarcFile(ByteSource& source, const ReadContext& context, const PageSink& page,
           const RecordFailureSink& failed)
      : lines_(source), context_(context), page_(page), failed_(failed) {}

  Result<void> run() {
    while (!stopped_) {
      RecordHead head;
      const auto more = next_head(head);
      if (!more) {
        return fail(more.error());
      }
      if (!*more) {
        break;
      }
      ++number_;
      if (auto taken = take(head); !taken) {
        return taken;
      }
    }
    return {};
  }

 private:
  // The headers of the next record; false at the end of the file.
  Result<bool> next_head(RecordHead& head) {
    std::string_view line;
    do {
      const auto next = lines_.line(kMaxLine);
      if (!next) {
        return fail(next.error());
      }
      if (!*next) {
        return false;
      }
      line = trimmed(**next);
    } while (line.empty());
    if (!line.starts_with(kVersionStart)) {
      return fail(ErrorCode::kUnreadable,
                  std::string(context_.name) + ": damaged after record " + std::to_string(number_));
    }
    std::string headers;
    while (true) {
      const auto next = lines_.line(kMaxLine);
      if (!next) {
        return fail(next.error());
      }
      if (!*next || trimmed(**next).empty()) {
        break;
      }
      if (headers.size() + (*next)->size() > kMaxHeaders) {
        return fail(ErrorCode::kTooLarge, std::string(context_.name) + ": headers of record " +
                                              std::to_string(number_ + 1) + " are too long");
      }
      headers += **next;
    }
    return read_head(headers, head);
  }

  Result<bool> read_head(const std::string& headers, RecordHead& head) const {
    head.type = ascii_lowered(header_value(headers, "warc-type"));
    head.url = to_utf8(unbracketed(header_value(headers, "warc-target-uri"))).text;
    head.date = header_value(headers, "warc-date");
    head.content_type = ascii_lowered(header_value(headers, "content-type"));
    const std::string_view length = header_value(headers, "content-length");
    const auto [end, error] =
        std::from_chars(length.data(), length.data() + length.size(), head.length);
    if (error != std::errc() || end != length.data() + length.size()) {
      return fail(ErrorCode::kUnreadable, std::string(context_.name) + ": record " +
                                              std::to_string(number_ + 1) +
                                              " does not say its length");
    }
    return true;
  }

  // Fails only when the file cannot go on.
  Result<void> take(const RecordHead& head) {
    const bool response =
        head.type == "response" && head.content_type.starts_with("application/http");
    if (!response && head.type != "resource" && head.type != "conversion") {
      return pass_over(head.length);
    }
    if (head.length > context_.limits.max_file_bytes) {
      complain(
          {ErrorCode::kTooLarge,
           "more than the limit of " + std::to_string(context_.limits.max_file_bytes) + " bytes",
           {}});
      return pass_over(head.length);
    }
    std::string block;
    if (auto taken = lines_.take(head.length, block); !taken) {
      return taken;
    }
    if (block.size() < head.length) {
      complain({ErrorCode::kUnreadable, "cut off", {}});
      return {};
    }
    if (response) {
      auto answer = parse_http_response(block, context_.limits.max_file_bytes);
      if (!answer) {
        complain(std::move(answer).error());
      } else if (answer->status >= 200 && answer->status < 300) {
        give(*answer, head);
      }
    } else {
      HttpResponse resource;
      read_content_type(head.content_type, resource.kind, resource.charset);
      resource.body = std::move(block);
      give(resource, head);
    }
    return {};
  }

  Result<void> pass_over(std::uint64_t length) {
    const auto skipped = lines_.skip(length);
    if (!skipped) {
      return fail(skipped.error());
    }
    if (*skipped < length) {
      complain({ErrorCode::kUnreadable, "cut off", {}});
    }
    return {};
  }

  static const Reader* reader_of(std::string_view kind) {
    if (kind == "text/html" || kind == "application/xhtml+xml") {
      return &html_reader();
    }
    return kind == "text/plain" ? &plain_text_reader() : nullptr;
  }

  void give(const HttpResponse& answer, const RecordHead& head) {
    const Reader* reader = reader_of(answer.kind);
    if (reader == nullptr) {
      complain(
          {ErrorCode::kNoReader,
           (answer.kind.empty() ? "of no stated kind" : answer.kind) + ", neither page nor text",
           {}});
      return;
    }
    const std::string record = std::to_string(number_);
    const std::string label = std::string(context_.name) + ": record " + record;
    ReadContext context = context_;
    context.name = label;
    context.charset = answer.charset;
    // Fetched then, it cannot be younger.
    if (const auto fetched = parse_date(head.date, DateHints{{}, context_.modified})) {
      context.modified = fetched->instant;
    }
    const auto read = reader->read(
        answer.body, context,
        [&](RawPage&& page) {
          if (page.declared.url.empty() && starts_with_ascii_case(head.url, "http")) {
            page.declared.url = head.url;
          }
          page.record = record;
          stopped_ = !page_(std::move(page));
          return !stopped_;
        },
        failed_);
    if (!read) {
      failed_(record, without_text(read.error()));
    }
  }

  void complain(Error error) {
    const std::string record = std::to_string(number_);
    error.message = std::string(context_.name) + ": record " + record + ": " + error.message;
    failed_(record, error);
  }

  LineReader lines_;
  const ReadContext& context_;
  const PageSink& page_;
  const RecordFailureSink& failed_;
  std::size_t number_ = 0;
  bool stopped_ = false;
};

class WarcReader final : public StreamReader {
 public:
  [[nodiscard]] std::string_view format() const override { return "warc"; }

  [[nodiscard]] std::span<const std::string_view> extensions() const override {
    return kExtensions;
  }

  [[nodiscard]] std::span<const std::string_view> mime_types() const override { return kKinds; }

  [[nodiscard]] bool is_sure_of(std::string_view head) const override {
    return head.starts_with("WARC/1.") || head.starts_with("WARC/0.");
  }

  [[nodiscard]] Result<void> read_stream(ByteSource& source, const ReadContext& context,
                                         const PageSink& page,
                                         const RecordFailureSink& failed) const override {
    return WarcFile(source, context, page, failed).run();
  }

 private:
  static constexpr std::array<std::string_view, 1> kExtensions = {"warc"};

  static constexpr std::array<std::string_view, 1> kKinds = {"application/warc"};
};

}  // namespace

const Reader& warc_reader() {
  static const WarcReader kReader;
  return kReader;
}

}  // namespace lede
