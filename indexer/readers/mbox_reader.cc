// mbox: e-mail messages one after another, each after a line that begins with "From ".
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>

#include "indexer/input/line_reader.h"
#include "indexer/readers/ascii.h"
#include "indexer/readers/mail/message.h"
#include "indexer/readers/readers.h"

namespace lede {
namespace {

constexpr std::string_view kFrom = "From ";

// ">From " in a message was "From " before it was put into the box.
std::string_view without_quote(std::string_view line) {
  const std::size_t text = line.find_first_not_of('>');
  const bool escaped =
      text != std::string_view::npos && text > 0 && line.substr(text).starts_with(kFrom);
  return escaped ? line.substr(1) : line;
}

class Mailbox {
 public:
  Mailbox(ByteSource& source, const ReadContext& context, const PageSink& page,
          const RecordFailureSink& failed)
      : lines_(source), context_(context), page_(page), failed_(failed) {}

  Result<void> run() {
    bool after_blank = true;
    while (!stopped_) {
      const auto line = lines_.line(context_.limits.max_file_bytes);
      if (!line) {
        return fail(line.error());
      }
      if (!*line) {
        give();
        return {};
      }
      if (after_blank && (*line)->starts_with(kFrom)) {
        give();
      } else {
        add(without_quote(**line));
      }
      after_blank = trimmed(**line).empty();
    }
    return {};
  }

 private:
  void add(std::string_view line) {
    const std::size_t room = context_.limits.max_file_bytes - message_.size();
    too_large_ = too_large_ || line.size() > room;
    if (!too_large_) {
      message_ += line;
    }
  }

  // The message gathered so far, if there is one.
  void give() {
    if (!trimmed(message_).empty() || too_large_) {
      read(std::to_string(++number_));
    }
    message_.clear();
    too_large_ = false;
  }

  void read(const std::string& record) {
    const std::string label = std::string(context_.name) + ": message " + record;
    if (too_large_) {
      failed_(record, Error{ErrorCode::kTooLarge,
                            label + ": more than the limit of " +
                                std::to_string(context_.limits.max_file_bytes) + " bytes",
                            {}});
      return;
    }
    ReadContext context = context_;
    context.name = label;
    const auto read = read_message(
        message_, context, record,
        [&](RawPage&& page) {
          stopped_ = !page_(std::move(page));
          return !stopped_;
        },
        failed_);
    if (!read) {
      failed_(record, read.error());
    }
  }

  LineReader lines_;
  const ReadContext& context_;
  const PageSink& page_;
  const RecordFailureSink& failed_;
  std::string message_;
  bool too_large_ = false;
  bool stopped_ = false;
  std::size_t number_ = 0;
};

class MboxReader final : public StreamReader {
 public:
  [[nodiscard]] std::string_view format() const override { return "mbox"; }

  [[nodiscard]] std::span<const std::string_view> extensions() const override {
    return kExtensions;
  }

  [[nodiscard]] std::span<const std::string_view> mime_types() const override { return kKinds; }

  [[nodiscard]] bool is_sure_of(std::string_view head) const override {
    if (!head.starts_with(kFrom)) {
      return false;
    }
    const std::size_t end = head.find('\n');
    return end != std::string_view::npos && begins_with_headers(head.substr(end + 1));
  }

  [[nodiscard]] Result<void> read_stream(ByteSource& source, const ReadContext& context,
                                         const PageSink& page,
                                         const RecordFailureSink& failed) const override {
    return Mailbox(source, context, page, failed).run();
  }

 private:
  static constexpr std::array<std::string_view, 1> kExtensions = {"mbox"};

  static constexpr std::array<std::string_view, 1> kKinds = {"application/mbox"};
};

}  // namespace

const Reader& mbox_reader() {
  static const MboxReader kReader;
  return kReader;
}

}  // namespace lede
