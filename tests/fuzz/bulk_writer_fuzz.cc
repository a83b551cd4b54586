// Any bytes as documents: what is written of them in bulk passes Xapian's check, and is in all that
// can be read what Xapian's own writer makes of them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/bulk/database_builder.h"
#include "indexer/document_builder.h"
#include "tests/support/database_difference.h"
#include "tests/support/temp_dir.h"

namespace {

// Takes numbers and strings off the front of the input; at its end everything is 0.
class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size)
      : left_(reinterpret_cast<const char*>(data), size) {}

  [[nodiscard]] bool empty() const { return left_.empty(); }

  std::uint32_t byte() {
    if (left_.empty()) {
      return 0;
    }
    const auto taken = static_cast<unsigned char>(left_[0]);
    left_.remove_prefix(1);
    return taken;
  }

  // Small ones are likely, but there are numbers of every size.
  std::uint32_t number() {
    const std::uint32_t first = byte();
    return first < 192 ? first : (first << (byte() % 25)) + byte();
  }

  // Up to `most` bytes: those that come, or one of them many times.
  std::string bytes(std::size_t most) {
    const std::size_t size = std::min<std::size_t>(most, number());
    if (size % 3 == 2) {
      return std::string(size, static_cast<char>(byte()));
    }
    std::string taken(left_.substr(0, size));
    left_.remove_prefix(taken.size());
    return taken;
  }

 private:
  std::string_view left_;
};

// A NUL counts twice in a key.
std::string term_of(Input& input) {
  constexpr std::size_t kMostBytes = 240;
  std::string term = input.bytes(kMostBytes);
  const auto nuls = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  if (term.size() + nuls > kMostBytes) {
    term.resize(kMostBytes / 2);
  }
  return term.empty() ? "t" : term;
}

lede::IndexDocument document_of(Input& input) {
  lede::DocumentBuilder builder;
  std::set<std::uint32_t> slots;
  std::uint32_t position = 1;
  for (std::uint32_t parts = input.byte(); parts > 0 && !input.empty(); --parts) {
    switch (input.byte() % 8) {
      case 0:
        builder.add_term(term_of(input), input.byte());
        break;
      case 1: {
        const std::uint32_t slot = input.number() % Xapian::BAD_VALUENO;
        if (slots.insert(slot).second) {
          builder.add_value(slot, input.bytes(5000));
        }
        break;
      }
      case 2:
        builder.set_data(input.bytes(100000));
        break;
      case 3:
        position = 1 + input.number();
        break;
      default:
        // Xapian's check takes positions in a document of length 0 for a fault.
        builder.add_posting(term_of(input), position, 1 + input.byte() % 3);
        position += input.byte() % 4;
    }
  }
  return builder.finish();
}

void require(const std::string& difference) {
  if (!difference.empty()) {
    std::fprintf(stderr, "%s\n", difference.c_str());
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const lede::test::TempDir dir;
  Input input(data, size);
  lede::BuilderOptions options;
  options.folder = dir.path() / "bulk";
  // Not far: Xapian's check needs memory for each number up to the last.
  options.first_docid = 1 + input.number() % (1U << 17U);
  options.memory = input.byte() % 2 == 0 ? 1 : std::size_t{64} << 20U;
  lede::DatabaseBuilder builder(options);
  lede::DocumentEncoder encoder;
  const std::string api = dir.path() / "api";
  Xapian::WritableDatabase writable(api, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  constexpr std::uint32_t kMostDocuments = 300;
  while (!input.empty() && builder.documents() < kMostDocuments) {
    lede::IndexDocument document = document_of(input);
    const Xapian::Document made = to_xapian(document);
    writable.replace_document(builder.add(encoder.encode(std::move(document))), made);
  }
  const std::map<std::string, std::string> metadata = {{"key" + input.bytes(100), "value"}};
  builder.finish(metadata, {});
  for (const auto& [key, value] : metadata) {
    writable.set_metadata(key, value);
  }
  writable.commit();
  const Xapian::Database bulk(options.folder);
  require(lede::test::difference(bulk, writable));
  require(lede::test::problems_of(options.folder));
  builder.sample().compare(bulk);
  return 0;
}
