// Plain text: a scraped page, one article a file. What is title and what is furniture, extraction
// decides.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <utility>

#include "indexer/readers/charset.h"
#include "indexer/readers/readers.h"

namespace lede {
namespace {

class PlainTextReader final : public Reader {
 public:
  [[nodiscard]] std::string_view format() const override { return "text"; }

  [[nodiscard]] std::span<const std::string_view> extensions() const override {
    return kExtensions;
  }

  [[nodiscard]] std::span<const std::string_view> mime_types() const override { return kKinds; }

  [[nodiscard]] Result<void> read(std::string_view bytes, const ReadContext& context,
                                  const PageSink& page, const RecordFailureSink&) const override {
    Result<DecodedText> decoded = decode_file(bytes, context.charset, context.name);
    if (!decoded) {
      return fail(std::move(decoded).error());
    }
    RawPage read;
    read.scraped = true;
    read.declared.invalid_bytes = decoded->invalid_bytes;
    read.text = std::move(decoded->text);
    page(std::move(read));
    return {};
  }

 private:
  static constexpr std::array<std::string_view, 2> kExtensions = {"txt", "text"};

  static constexpr std::array<std::string_view, 1> kKinds = {"text/plain"};
};

}  // namespace

const Reader& plain_text_reader() {
  static const PlainTextReader kReader;
  return kReader;
}

}  // namespace lede
