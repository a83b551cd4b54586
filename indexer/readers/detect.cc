// Which reader a file is for: told by its first bytes, and by its name where those cannot tell.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/detect.h"

#include <algorithm>
#include <array>

#include "indexer/readers/ascii.h"
#include "indexer/readers/file_kind.h"
#include "indexer/readers/readers.h"

namespace lede {
namespace {

constexpr std::array<std::string_view, 9> kNoText = {"image/",
                                                     "audio/",
                                                     "video/",
                                                     "font/",
                                                     "application/x-executable",
                                                     "application/x-sharedlib",
                                                     "application/x-pie-executable",
                                                     "application/vnd.",
                                                     "application/x-sqlite3"};

bool is_surely_no_text(std::string_view kind) {
  return std::any_of(kNoText.begin(), kNoText.end(),
                     [&](std::string_view start) { return kind.starts_with(start); });
}

// Whether the name says nothing of the format: "51126", "notes.2024".
bool has_no_ending(std::string_view name) {
  name.remove_prefix(name.find_last_of("/: ") + 1);  // "archive.zip: folder/51126"
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ||
         std::all_of(name.begin() + static_cast<std::ptrdiff_t>(dot) + 1, name.end(),
                     is_ascii_digit);
}

// JSON that goes on behind the head; libmagic knows it only whole. A record a line ends with it.
const Reader* reader_of_json(std::string_view head) {
  head = trimmed(head);
  if (!head.starts_with("{\"") && !head.starts_with("[{") && !head.starts_with("{\n") &&
      !head.starts_with("[\n")) {
    return nullptr;
  }
  const std::string_view line = trimmed(head.substr(0, std::min(head.find('\n'), head.size())));
  return line.ends_with('}') && line.size() < head.size() ? &jsonl_reader() : &json_reader();
}

const Reader* reader_of_kind(std::string_view kind, std::string_view name) {
  if (kind == "text/plain" && !has_no_ending(name)) {
    return nullptr;
  }
  for (const Reader* reader : readers()) {
    const auto kinds = reader->mime_types();
    if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) {
      return reader;
    }
  }
  return nullptr;
}

}  // namespace

Detected detect(std::string_view name, std::string_view head) {
  const Reader* named = reader_for(name);
  if (head.empty()) {
    return {named, "empty"};
  }
  for (const Reader* reader : readers()) {
    if (reader->is_sure_of(head)) {
      return {reader, {}};
    }
  }
  // Text without NULs needs no second look, and asking libmagic costs more than reading it.
  if (named != nullptr && (!named->reads_text() || head.find('\0') == std::string_view::npos)) {
    return {named, {}};
  }
  std::string kind = kind_of_file(head);
  if (named == nullptr && has_no_ending(name)) {
    named = reader_of_json(head);
  }
  if (named == nullptr) {
    named = reader_of_kind(kind, name);
  } else if (is_surely_no_text(kind)) {
    named = nullptr;
  }
  return {named, std::move(kind)};
}

}  // namespace lede
