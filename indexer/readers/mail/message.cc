// One e-mail message as an article. GMime takes it apart; ICU decodes its text.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/mail/message.h"

#include <gmime/gmime.h>

#include <memory>
#include <mutex>
#include <utility>

#include "common/text/language.h"
#include "indexer/readers/ascii.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/html/text.h"
#include "indexer/readers/read_source.h"
#include "indexer/readers/readers.h"

namespace lede {
namespace {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

void start_gmime() {
  static std::once_flag started;
  std::call_once(started, g_mime_init);
}

std::string text_of(const char* value) {
  return value == nullptr ? std::string() : collapsed(to_utf8(value).text);
}

Owned<GMimeMessage> parse(std::string_view bytes) {
  start_gmime();
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

// The names of the senders; of one without a name, the address.
std::string authors_of(GMimeMessage* message) {
  std::string authors;
  InternetAddressList* senders = g_mime_message_get_from(message);
  const int count = senders == nullptr ? 0 : internet_address_list_length(senders);
  for (int i = 0; i < count; ++i) {
    InternetAddress* sender = internet_address_list_get_address(senders, i);
    std::string name = text_of(internet_address_get_name(sender));
    if (name.empty() && INTERNET_ADDRESS_IS_MAILBOX(sender)) {
      name = text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(sender)));
    }
    authors += authors.empty() || name.empty() ? "" : "; ";
    authors += name;
  }
  return authors;
}

// "<https://lists.example.org/msg17>"
std::string archived_at(GMimeMessage* message) {
  const std::string value = text_of(g_mime_object_get_header(GMIME_OBJECT(message), "Archived-At"));
  const std::string_view url = value.size() > 2 && value.front() == '<'
                                   ? std::string_view(value).substr(1, value.find('>') - 1)
                                   : std::string_view(value);
  return starts_with_ascii_case(url, "http") ? std::string(url) : std::string();
}

Article fields_of(GMimeMessage* message) {
  Article article;
  article.title = text_of(g_mime_message_get_subject(message));
  article.author = authors_of(message);
  article.url = archived_at(message);
  article.language = normalize_language(
      text_of(g_mime_object_get_header(GMIME_OBJECT(message), "Content-Language")));
  article.language_from = article.language.empty() ? "" : "declared";
  if (const std::string id = text_of(g_mime_message_get_message_id(message)); !id.empty()) {
    article.id = "mid:" + id;
  }
  if (GDateTime* date = g_mime_message_get_date(message); date != nullptr) {
    article.published = PublishedDate{g_date_time_to_unix(date), DatePrecision::kSecond, "mail"};
  }
  return article;
}

// The content of a part, its transfer encoding undone.
std::string content_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) {
    return {};
  }
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

// Lines that end with a blank go on in the next (RFC 3676).
std::string unflowed(std::string_view text) {
  std::string joined;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    joined += line;
    if (!line.ends_with(' ') || line == "-- ") {
      joined += '\n';
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return joined;
}

bool is_type(GMimeObject* object, const char* type, const char* subtype) {
  return g_mime_content_type_is_type(g_mime_object_get_content_type(object), type, subtype) != 0;
}

std::string_view parameter(GMimeObject* object, const char* name) {
  const char* value = g_mime_object_get_content_type_parameter(object, name);
  return value == nullptr ? std::string_view() : value;
}

class MessageReading {
 public:
  MessageReading(const ReadContext& context, std::string record, const PageSink& page,
                 const RecordFailureSink& failed)
      : context_(context), record_(std::move(record)), page_(page), failed_(failed) {}

  Result<void> run(std::string_view bytes) {
    const Owned<GMimeMessage> message = parse(bytes);
    if (!message) {
      return fail(ErrorCode::kUnreadable, std::string(context_.name) + ": no e-mail message");
    }
    RawPage read;
    read.declared = fields_of(message.get());
    visit(g_mime_message_get_mime_part(message.get()));
    read.text = std::move(text_);
    read.declared.invalid_bytes = invalid_bytes_;
    if (trimmed(read.text).empty() && read.declared.title.empty()) {
      return fail(ErrorCode::kUnreadable,
                  std::string(context_.name) + ": neither a text nor a subject in the message");
    }
    read.record = record_;
    if (page_(std::move(read))) {
      read_attachments();
    }
    return {};
  }

 private:
  struct Attachment {
    std::string name;
    std::string bytes;
  };

  void visit(GMimeObject* object) {
    if (object == nullptr) {
      return;
    }
    if (GMIME_IS_MULTIPART(object)) {
      visit_multipart(GMIME_MULTIPART(object));
    } else if (GMIME_IS_MESSAGE_PART(object)) {
      attach_message(GMIME_MESSAGE_PART(object));
    } else if (GMIME_IS_PART(object)) {
      visit_part(object);
    }
  }

  // Of alternatives the plain one; of other parts all.
  void visit_multipart(GMimeMultipart* parts) {
    const int count = g_mime_multipart_get_count(parts);
    const bool alternatives = is_type(GMIME_OBJECT(parts), "multipart", "alternative");
    const std::size_t before = text_.size();
    for (int i = 0; i < count; ++i) {
      if (alternatives && text_.size() > before) {
        return;
      }
      visit(g_mime_multipart_get_part(parts, i));
    }
  }

  void visit_part(GMimeObject* object) {
    GMimePart* part = GMIME_PART(object);
    if (g_mime_part_is_attachment(part) != 0) {
      attach(text_of(g_mime_part_get_filename(part)), content_of(part));
    } else if (is_type(object, "text", "html")) {
      add_page(content_of(part), parameter(object, "charset"));
    } else if (is_type(object, "text", "plain")) {
      const DecodedText decoded = to_utf8(content_of(part), parameter(object, "charset"));
      invalid_bytes_ += decoded.invalid_bytes;
      add(parameter(object, "format") == "flowed" ? unflowed(decoded.text) : decoded.text);
    } else if (const char* name = g_mime_part_get_filename(part); name != nullptr) {
      attach(text_of(name), content_of(part));
    }
  }

  void add(std::string_view text) {
    text = trimmed(text);
    text_ += text_.empty() || text.empty() ? "" : "\n\n";
    text_ += text;
  }

  void add_page(const std::string& bytes, std::string_view charset) {
    ReadContext context = context_;
    context.charset = charset;
    const auto read = html_reader().read(
        bytes, context,
        [&](RawPage&& page) {
          add(page.text);
          return true;
        },
        failed_);
    if (!read) {
      failed_(record_, without_text(read.error()));
    }
  }

  void attach_message(GMimeMessagePart* part) {
    if (GMimeMessage* message = g_mime_message_part_get_message(part); message != nullptr) {
      char* bytes = g_mime_object_to_string(GMIME_OBJECT(message), nullptr);
      attach("message.eml", bytes);
      g_free(bytes);
    }
  }

  void attach(std::string name, std::string bytes) {
    const std::string number = std::to_string(attachments_.size() + 1);
    attachments_.push_back(
        {number + (name.empty() ? "" : "/" + std::move(name)), std::move(bytes)});
  }

  // Messages within messages are bounded like archives within archives.
  void read_attachments() {
    for (const Attachment& attachment : attachments_) {
      const std::string record = (record_.empty() ? "" : record_ + "/") + attachment.name;
      const std::string label = std::string(context_.name) + ": " + attachment.name;
      ReadContext context = context_;
      context.name = label;
      ++context.depth;
      MemorySource source(label, attachment.bytes);
      const auto read =
          context.depth > kMaxDepth
              ? fail(ErrorCode::kTooLarge,
                     label + ": refused: nested more than " + std::to_string(kMaxDepth) + " deep")
              : read_source(
                    source, context,
                    [&](RawPage&& page) {
                      page.record = page.record.empty() ? record : record + "#" + page.record;
                      return page_(std::move(page));
                    },
                    [&](std::string_view inner, const Error& error) {
                      failed_(inner.empty() ? record : record + "#" + std::string(inner), error);
                    });
      if (!read) {
        failed_(record, read.error());
      }
    }
  }

  const ReadContext& context_;
  const std::string record_;
  const PageSink& page_;
  const RecordFailureSink& failed_;
  std::string text_;
  std::size_t invalid_bytes_ = 0;
  std::vector<Attachment> attachments_;
};

}  // namespace

Result<void> read_message(std::string_view bytes, const ReadContext& context,
                          const std::string& record, const PageSink& page,
                          const RecordFailureSink& failed) {
  return MessageReading(context, record, page, failed).run(bytes);
}

}  // namespace lede
