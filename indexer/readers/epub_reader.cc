// EPUB: a book or a newspaper's issue; each of its documents is an article.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/ascii.h"
#include "indexer/readers/package/package.h"
#include "indexer/readers/readers.h"

namespace lede {
namespace {

constexpr std::string_view kEpubKind = "application/epub+zip";
constexpr const char* kContainer = "META-INF/container.xml";

bool is_wanted(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kEndings = {".opf", ".xhtml", ".html", ".htm"};
  const std::string lowered = ascii_lowered(name);
  return name == kContainer || std::any_of(kEndings.begin(), kEndings.end(),
                                           [&](auto ending) { return lowered.ends_with(ending); });
}

constexpr int kNoDigit = -1;

int hex_digit(char c) {
  if (is_ascii_digit(c)) {
    return c - '0';
  }
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : kNoDigit;
}

// "%20" and its like in the addresses of a book's own files.
std::string unescaped(std::string_view address) {
  std::string path;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const bool room = address[i] == '%' && i + 2 < address.size();
    const int high = room ? hex_digit(address[i + 1]) : kNoDigit;
    const int low = room ? hex_digit(address[i + 2]) : kNoDigit;
    const bool escape = high != kNoDigit && low != kNoDigit;
    path += escape ? static_cast<char>(high * 16 + low) : address[i];
    i += escape ? 2U : 0U;
  }
  return path;
}

// The documents of the book in the order they are read in.
std::vector<std::string> reading_order(pugi::xml_node root, const std::string& opf) {
  std::map<std::string, std::string> files;
  for (const pugi::xml_node item : child_of(root, "manifest").children()) {
    files.emplace(item.attribute("id").value(), item.attribute("href").value());
  }
  const auto folder = std::filesystem::path(opf).parent_path();
  std::vector<std::string> order;
  for (const pugi::xml_node reference : child_of(root, "spine").children()) {
    const auto file = files.find(reference.attribute("idref").value());
    if (file != files.end()) {
      order.push_back((folder / unescaped(file->second)).lexically_normal().string());
    }
  }
  return order;
}

// What the book says of itself holds for all its articles, where they do not say otherwise.
void fill(Article& article, const Article& book) {
  const auto fill_one = [](std::string& field, const std::string& value) {
    if (field.empty()) {
      field = value;
    }
  };
  fill_one(article.author, book.author);
  fill_one(article.publisher, book.publisher);
  fill_one(article.language, book.language);
  fill_one(article.language_from, book.language_from);
  fill_one(article.title, book.title);
  if (!article.published) {
    article.published = book.published;
  }
}

class EpubReader final : public Reader {
 public:
  [[nodiscard]] std::string_view format() const override { return "epub"; }

  [[nodiscard]] std::span<const std::string_view> extensions() const override {
    return kExtensions;
  }

  [[nodiscard]] bool reads_text() const override { return false; }

  [[nodiscard]] bool is_sure_of(std::string_view head) const override {
    return declares_kind(head, kEpubKind);
  }

  [[nodiscard]] Result<void> read(std::string_view bytes, const ReadContext& context,
                                  const PageSink& page,
                                  const RecordFailureSink& failed) const override {
    const auto package = Package::open(bytes, context, is_wanted);
    if (!package) {
      return fail(package.error());
    }
    const auto container = package->xml(kContainer, context);
    if (!container) {
      return fail(container.error());
    }
    const std::string opf =
        find_below(container->root(), "rootfile").attribute("full-path").value();
    const auto book = package->xml(opf, context);
    if (!book) {
      return fail(book.error());
    }
    FieldCollector fields;
    add_dublin_core(child_of(book->root(), "metadata"), fields);
    const RawPage declared = fields.take_fields("document", context);
    for (const std::string& name : reading_order(book->root(), opf)) {
      if (!read_document(*package, name, {context, page, failed}, declared.declared)) {
        break;
      }
    }
    return {};
  }

 private:
  static constexpr std::array<std::string_view, 1> kExtensions = {"epub"};

  struct Sinks {
    const ReadContext& context;
    const PageSink& page;
    const RecordFailureSink& failed;
  };

  static bool read_document(const Package& package, const std::string& name, const Sinks& to,
                            const Article& book) {
    const std::string* bytes = package.member(name);
    const std::string label = std::string(to.context.name) + ": " + name;
    if (bytes == nullptr) {
      to.failed(name, Error{ErrorCode::kUnreadable, label + ": missing in the book", {}});
      return true;
    }
    ReadContext context = to.context;
    context.name = label;
    bool more = true;
    const auto read = html_reader().read(
        *bytes, context,
        [&](RawPage&& document) {
          document.record = name;
          fill(document.declared, book);
          // Covers and pages of pictures have nothing to say.
          more = document.text.empty() || to.page(std::move(document));
          return more;
        },
        to.failed);
    if (!read) {
      to.failed(name, without_text(read.error()));
    }
    return more;
  }
};

}  // namespace

const Reader& epub_reader() {
  static const EpubReader kReader;
  return kReader;
}

}  // namespace lede
