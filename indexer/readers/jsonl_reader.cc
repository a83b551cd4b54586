// JSON lines: one article a line. A broken line is reported and the rest goes on.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>
#include <utility>

#include "indexer/readers/ascii.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/json_record.h"
#include "indexer/readers/readers.h"

namespace lede {
namespace {

namespace dom = simdjson::dom;

// How many bytes of a line were none: their place is taken by U+FFFD.
std::size_t count_replacements(std::string_view line) {
  static constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::size_t count = 0;
  for (std::size_t at = line.find(kReplacement); at != std::string_view::npos;
       at = line.find(kReplacement, at + kReplacement.size())) {
    ++count;
  }
  return count;
}

struct LineParser {
  dom::parser parser;
  std::string scratch;

  // `line` must have simdjson's padding readable after it.
  Result<RawPage> read(std::string_view line, const ReadContext& context) {
    const Result<dom::element> root = parse_json(parser, line, scratch);
    if (!root) {
      return fail(root.error());
    }
    dom::object object;
    if (root->get(object) != simdjson::SUCCESS) {
      return fail(ErrorCode::kUnreadable, "not a JSON object");
    }
    return json_page(object, context);
  }
};

class JsonlReader final : public Reader {
 public:
  [[nodiscard]] std::string_view format() const override { return "jsonl"; }

  [[nodiscard]] std::span<const std::string_view> extensions() const override {
    return kExtensions;
  }

  [[nodiscard]] std::span<const std::string_view> mime_types() const override { return kKinds; }

  [[nodiscard]] bool record_a_line() const override { return true; }

  [[nodiscard]] Result<void> read(std::string_view bytes, const ReadContext& context,
                                  const PageSink& page,
                                  const RecordFailureSink& failed) const override {
    Result<DecodedText> decoded = decode_text(bytes, context.charset, context.name);
    if (!decoded) {
      return fail(std::move(decoded).error());
    }
    decoded->text.reserve(decoded->text.size() + simdjson::SIMDJSON_PADDING);
    const std::string_view text = decoded->text;
    LineParser parser;
    std::size_t number = context.lines_before;
    for (std::size_t start = 0; start < text.size();) {
      const std::size_t end = std::min(text.find('\n', start), text.size());
      const std::string_view line = text.substr(start, end - start);
      start = end + 1;
      ++number;
      if (trimmed(line).empty()) {
        continue;
      }
      Result<RawPage> read = parser.read(line, context);
      const std::string record = std::to_string(number);
      if (!read) {
        failed(record, at_line(std::move(read).error(), context.name, record));
        continue;
      }
      read->record = record;
      read->declared.invalid_bytes = decoded->invalid_bytes == 0 ? 0 : count_replacements(line);
      if (!page(std::move(*read))) {
        return {};
      }
    }
    return {};
  }

 private:
  static constexpr std::array<std::string_view, 2> kExtensions = {"jsonl", "ndjson"};
  static constexpr std::array<std::string_view, 1> kKinds = {"application/x-ndjson"};

  static Error at_line(Error error, std::string_view name, const std::string& record) {
    error.message = std::string(name) + ": line " + record + ": " + error.message;
    return error;
  }
};

}  // namespace

const Reader& jsonl_reader() {
  static const JsonlReader kReader;
  return kReader;
}

}  // namespace lede
