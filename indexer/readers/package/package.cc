// Documents that are zip archives of several files: DOCX, ODT, EPUB.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/package/package.h"

#include <array>
#include <utility>
#include <vector>

#include "indexer/input/libarchive.h"
#include "indexer/input/limits.h"
#include "indexer/readers/ascii.h"

namespace lede {
namespace {

Result<std::string> read_member(const ArchiveHandle& handle, std::size_t max_bytes) {
  std::string bytes;
  while (true) {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(handle.get(), &block, &size, &offset);
    if (status == ARCHIVE_EOF) {
      return bytes;
    }
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN && status != ARCHIVE_RETRY) {
      return handle.damaged("damaged or cut off document");
    }
    if (size > max_bytes - bytes.size()) {
      return fail(ErrorCode::kTooLarge, "");
    }
    bytes.append(static_cast<const char*>(block), size);
  }
}

}  // namespace

Result<Package> Package::open(std::string_view bytes, const ReadContext& context,
                              const std::function<bool(std::string_view)>& wanted) {
  const std::string name(context.name);
  MemorySource source(name, bytes);
  ArchiveHandle handle(source);
  archive_read_support_format_zip(handle.get());
  if (handle.open() != ARCHIVE_OK) {
    return handle.damaged("damaged document");
  }
  Package package;
  std::size_t left = context.limits.max_file_bytes;
  archive_entry* entry = nullptr;
  for (std::size_t count = 0; count < kMaxMembers; ++count) {
    const int status = archive_read_next_header(handle.get(), &entry);
    if (status == ARCHIVE_EOF) {
      return package;
    }
    if (status == ARCHIVE_FATAL) {
      return handle.damaged("damaged document");
    }
    const char* utf8 = archive_entry_pathname_utf8(entry);
    const char* path = utf8 != nullptr ? utf8 : archive_entry_pathname(entry);
    if (path == nullptr || !wanted(path)) {
      continue;
    }
    auto member = read_member(handle, left);
    if (!member && member.error().code == ErrorCode::kTooLarge) {
      break;
    }
    if (!member) {
      return fail(member.error());
    }
    left -= member->size();
    package.members_.emplace(path, std::move(*member));
  }
  return fail(ErrorCode::kTooLarge,
              name + ": refused: it unpacks to more than the limit of " +
                  std::to_string(context.limits.max_file_bytes) + " bytes",
              "raise the limit with --max-file-size MiB");
}

const std::string* Package::member(const std::string& name) const {
  const auto found = members_.find(name);
  return found == members_.end() ? nullptr : &found->second;
}

Result<XmlDocument> Package::xml(const std::string& name, const ReadContext& context) const {
  const std::string* bytes = member(name);
  if (bytes == nullptr) {
    return fail(ErrorCode::kUnreadable, std::string(context.name) + ": has no " + name + " in it");
  }
  ReadContext inner = context;
  const std::string label = std::string(context.name) + ": " + name;
  inner.name = label;
  return parse_xml(*bytes, inner);
}

namespace {

// Where the local header of a zip's first member has the lengths of its name and extra field, and
// the name itself.
constexpr std::size_t kNameLengthAt = 26;
constexpr std::size_t kExtraLengthAt = 28;
constexpr std::size_t kNameAt = 30;

std::size_t number_at(std::string_view head, std::size_t at) {
  const auto byte = [&](std::size_t place) { return static_cast<unsigned char>(head[place]); };
  return byte(at) + byte(at + 1) * std::size_t{256};
}

}  // namespace

std::string_view first_member(std::string_view head) {
  return head.starts_with("PK\3\4") && head.size() > kNameAt
             ? head.substr(kNameAt, number_at(head, kNameLengthAt))
             : std::string_view();
}

bool declares_kind(std::string_view head, std::string_view kind) {
  constexpr std::string_view kName = "mimetype";
  if (first_member(head) != kName) {
    return false;
  }
  const std::size_t value = kNameAt + kName.size() + number_at(head, kExtraLengthAt);
  return value < head.size() && head.substr(value).starts_with(kind);
}

void Paragraphs::begin() {
  if (!trimmed(paragraph_).empty()) {
    text_ += text_.empty() ? "" : "\n\n";
    text_ += trimmed(paragraph_);
  }
  paragraph_.clear();
}

std::string Paragraphs::take() {
  begin();
  return std::move(text_);
}

void remove_below(pugi::xml_node node, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for_each_below(node, [&](pugi::xml_node below) {
    if (local_name(below) == name) {
      found.push_back(below);
    }
  });
  // The inner ones first: the outer ones take them along.
  for (auto each = found.rbegin(); each != found.rend(); ++each) {
    each->parent().remove_child(*each);
  }
}

void add_dublin_core(pugi::xml_node metadata, FieldCollector& fields) {
  struct ElementField {
    std::string_view name;
    JsonField field;
  };
  static constexpr std::array kElements = {
      ElementField{"title", JsonField::kTitle},
      ElementField{"creator", JsonField::kAuthor},
      ElementField{"initial-creator", JsonField::kAuthor},
      ElementField{"date", JsonField::kDate},
      ElementField{"created", JsonField::kDate},
      ElementField{"creation-date", JsonField::kDate},
      ElementField{"publisher", JsonField::kPublisher},
      ElementField{"language", JsonField::kLanguage},
  };
  for (std::size_t rank = 0; rank < kElements.size(); ++rank) {
    std::vector<std::string> values;
    for (const pugi::xml_node node : metadata.children()) {
      if (local_name(node) == kElements[rank].name &&
          (values.empty() || kElements[rank].field == JsonField::kAuthor)) {
        values.push_back(text_of(node));
      }
    }
    fields.add({kElements[rank].field, rank}, std::move(values));
  }
}

Failure no_text_document(const ReadContext& context) {
  return fail(ErrorCode::kNoReader,
              std::string(context.name) + ": a table, slides or other document without a text");
}

Result<void> give_document(FieldCollector& fields, std::string text, const ReadContext& context,
                           const PageSink& page) {
  if (text.empty()) {
    return fail(ErrorCode::kUnreadable, std::string(context.name) + ": no text in it");
  }
  RawPage read = fields.take_fields("document", context);
  read.text = std::move(text);
  read.scraped = true;
  page(std::move(read));
  return {};
}

}  // namespace lede
