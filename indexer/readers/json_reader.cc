// JSON: one article as an object, many as an array, or an array in a wrapper.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>
#include <utility>

#include "indexer/readers/charset.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/json_record.h"
#include "indexer/readers/readers.h"

namespace lede {
namespace {

namespace dom = simdjson::dom;

// Where exports keep the array of articles.
constexpr std::array<std::string_view, 7> kWrappers = {"articles", "documents", "items", "results",
                                                       "data",     "records",   "docs"};

Error with_name(Error error, std::string_view name) {
  if (!error.message.starts_with(name)) {
    error.message = std::string(name) + ": " + error.message;
  }
  return error;
}

bool read_array(dom::array array, const ReadContext& context, const PageSink& page,
                const RecordFailureSink& failed) {
  std::size_t number = 0;
  for (const dom::element item : array) {
    const std::string record = std::to_string(++number);
    dom::object object;
    if (item.get(object) != simdjson::SUCCESS) {
      failed(record, Error{ErrorCode::kUnreadable,
                           std::string(context.name) + ": item " + record + " is not an object",
                           {}});
      continue;
    }
    Result<RawPage> read = json_page(object, context);
    if (!read) {
      failed(record, with_name(std::move(read).error(), context.name));
      continue;
    }
    read->record = record;
    if (!page(std::move(*read))) {
      return false;
    }
  }
  return number > 0;
}

// The array that `object` is only the wrapper of: an object with a text of its own is an article.
bool find_wrapped(dom::object object, dom::array& array) {
  for (const auto [key, value] : object) {
    FieldName name;
    if (find_field(key, name) && name.field == JsonField::kText && value.is_string()) {
      return false;
    }
  }
  for (const std::string_view key : kWrappers) {
    if (object[key].get(array) == simdjson::SUCCESS) {
      return true;
    }
  }
  return false;
}

class JsonReader final : public Reader {
 public:
  [[nodiscard]] std::string_view format() const override { return "json"; }

  [[nodiscard]] std::span<const std::string_view> extensions() const override {
    return kExtensions;
  }

  [[nodiscard]] std::span<const std::string_view> mime_types() const override { return kKinds; }

  [[nodiscard]] Result<void> read(std::string_view bytes, const ReadContext& context,
                                  const PageSink& page,
                                  const RecordFailureSink& failed) const override {
    Result<DecodedText> decoded = decode_file(bytes, context.charset, context.name);
    if (!decoded) {
      return fail(std::move(decoded).error());
    }
    const std::size_t invalid = decoded->invalid_bytes;
    decoded->text.reserve(decoded->text.size() + simdjson::SIMDJSON_PADDING);
    dom::parser parser;
    std::string scratch;
    const Result<dom::element> root = parse_json(parser, decoded->text, scratch);
    if (!root) {
      return fail(with_name(root.error(), context.name));
    }
    const PageSink counted = [&](RawPage&& read) {
      read.declared.invalid_bytes = invalid;
      return page(std::move(read));
    };
    return read_root(*root, context, counted, failed);
  }

 private:
  static constexpr std::array<std::string_view, 1> kExtensions = {"json"};
  static constexpr std::array<std::string_view, 1> kKinds = {"application/json"};

  static Result<void> read_root(dom::element root, const ReadContext& context, const PageSink& page,
                                const RecordFailureSink& failed) {
    dom::array array;
    dom::object object;
    if (root.get(array) == simdjson::SUCCESS) {
      read_array(array, context, page, failed);
      return {};
    }
    if (root.get(object) != simdjson::SUCCESS) {
      return fail(ErrorCode::kUnreadable,
                  std::string(context.name) + ": neither a JSON object nor an array");
    }
    if (find_wrapped(object, array)) {
      read_array(array, context, page, failed);
      return {};
    }
    Result<RawPage> read = json_page(object, context);
    if (!read) {
      return fail(with_name(std::move(read).error(), context.name));
    }
    page(std::move(*read));
    return {};
  }
};

}  // namespace

const Reader& json_reader() {
  static const JsonReader kReader;
  return kReader;
}

}  // namespace lede
