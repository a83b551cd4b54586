// PDF: a printed page as one article, read by a process of its own.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <utility>

#include "indexer/readers/ascii.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/html/text.h"
#include "indexer/readers/pdf/flow.h"
#include "indexer/readers/pdf/program.h"
#include "indexer/readers/readers.h"

namespace lede {
namespace {

constexpr std::size_t kSignatureWithin = 1024;  // some put a few bytes before it

// What programs write into the title when nobody did: the name of the file.
bool is_no_title(std::string_view title) {
  const std::size_t dot = title.rfind('.');
  const bool file_name = dot != std::string_view::npos && title.size() - dot <= 5 &&
                         title.find(' ') == std::string_view::npos;
  return file_name || starts_with_ascii_case(title, "Microsoft Word - ") ||
         starts_with_ascii_case(title, "untitled");
}

// An honest page takes some milliseconds, and a megabyte holds hundreds of them.
PdfLimits limits_for(std::size_t bytes, const ReadContext& context) {
  constexpr std::chrono::seconds kLeast{5};
  constexpr std::chrono::seconds kForEachMegabyte{5};
  constexpr std::chrono::seconds kMost{60};
  PdfLimits limits;
  limits.time = std::min(kLeast + kForEachMegabyte * static_cast<int>(bytes >> 20U), kMost);
  limits.max_answer = context.limits.max_file_bytes;
  return limits;
}

class PdfReader final : public Reader {
 public:
  [[nodiscard]] std::string_view format() const override { return "pdf"; }

  [[nodiscard]] std::span<const std::string_view> extensions() const override {
    return kExtensions;
  }

  [[nodiscard]] bool reads_text() const override { return false; }

  [[nodiscard]] bool is_sure_of(std::string_view head) const override {
    return head.substr(0, kSignatureWithin).find("%PDF-") != std::string_view::npos &&
           (head.starts_with("%PDF-") || head.find('\0') != std::string_view::npos);
  }

  [[nodiscard]] Result<void> read(std::string_view bytes, const ReadContext& context,
                                  const PageSink& page, const RecordFailureSink&) const override {
    auto pdf = run_pdf_program(bytes, limits_for(bytes.size(), context));
    const std::string name(context.name);
    if (!pdf) {
      Error error = std::move(pdf).error();
      error.message = name + ": " + error.message;
      return fail(std::move(error));
    }
    RawPage read;
    read.scraped = true;
    for (std::string& text : pdf->pages) {
      text = to_utf8(text).text;
    }
    read.text = flow_text(pdf->pages);
    if (read.text.empty()) {
      return fail(ErrorCode::kUnreadable, name + ": no text in it, only pictures of pages");
    }
    if (std::string title = collapsed(to_utf8(pdf->title).text); !is_no_title(title)) {
      read.declared.title = std::move(title);
    }
    read.declared.author = collapsed(to_utf8(pdf->author).text);
    if (pdf->created) {
      read.declared.published = PublishedDate{*pdf->created, DatePrecision::kSecond, "document"};
    }
    page(std::move(read));
    return {};
  }

 private:
  static constexpr std::array<std::string_view, 1> kExtensions = {"pdf"};
};

}  // namespace

const Reader& pdf_reader() {
  static const PdfReader kReader;
  return kReader;
}

}  // namespace lede
