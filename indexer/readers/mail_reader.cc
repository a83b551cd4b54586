// E-mail, one message a file.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "indexer/readers/mail/message.h"
#include "indexer/readers/readers.h"

namespace lede {
namespace {

class MailReader final : public Reader {
 public:
  [[nodiscard]] std::string_view format() const override { return "mail"; }

  [[nodiscard]] std::span<const std::string_view> extensions() const override {
    return kExtensions;
  }

  [[nodiscard]] std::span<const std::string_view> mime_types() const override { return kKinds; }

  [[nodiscard]] bool is_sure_of(std::string_view head) const override {
    return begins_with_headers(head);
  }

  [[nodiscard]] Result<void> read(std::string_view bytes, const ReadContext& context,
                                  const PageSink& page,
                                  const RecordFailureSink& failed) const override {
    return read_message(bytes, context, "", page, failed);
  }

 private:
  static constexpr std::array<std::string_view, 1> kExtensions = {"eml"};

  static constexpr std::array<std::string_view, 2> kKinds = {"message/rfc822", "message/news"};
};

}  // namespace

const Reader& mail_reader() {
  static const MailReader kReader;
  return kReader;
}

}  // namespace lede
