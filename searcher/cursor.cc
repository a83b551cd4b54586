// A cursor as a token: a version, two hashes, the articles as differences, and a check sum.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/cursor.h"

#include <xxhash.h>

#include <array>
#include <optional>

namespace lede {
namespace {

constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr char kVersion = '\x01';
constexpr std::size_t kHashBytes = 8;
constexpr std::size_t kCheckBytes = 4;

void put_number(std::string& bytes, std::uint64_t number, std::size_t count) {
  for (; count > 0; --count) {
    bytes += static_cast<char>(number & 0xffU);
    number >>= 8U;
  }
}

std::uint64_t take_number(std::string_view& bytes, std::size_t count) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < count; ++i) {
    number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  }
  bytes.remove_prefix(count);
  return number;
}

// Seven bits a byte, the highest bit says that more follow.
void put_difference(std::string& bytes, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7U) {
    bytes += static_cast<char>((number & 0x7fU) | 0x80U);
  }
  bytes += static_cast<char>(number);
}

std::optional<std::uint32_t> take_difference(std::string_view& bytes) {
  std::uint32_t number = 0;
  for (unsigned shift = 0; !bytes.empty() && shift < 32; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= static_cast<std::uint32_t>(byte & 0x7fU) << shift;
    if (byte < 0x80) {
      return number;
    }
  }
  return std::nullopt;
}

std::string as_text(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::string_view group = bytes.substr(i, 3);
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      bits = bits << 8U | (k < group.size() ? static_cast<unsigned char>(group[k]) : 0U);
    }
    for (std::size_t k = 0; k <= group.size(); ++k) {
      text += kDigits[bits >> (18U - 6U * k) & 0x3fU];
    }
  }
  return text;
}

std::optional<std::string> as_bytes(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : text) {
    const auto digit = kDigits.find(c);
    if (digit == std::string_view::npos) {
      return std::nullopt;
    }
    bits = bits << 6U | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>(bits >> count & 0xffU);
    }
  }
  return bytes;
}

std::uint64_t check_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size()) & 0xffffffffU;
}

Failure damaged() {
  return fail(ErrorCode::kUsage, "the cursor is damaged, or none of Lede's",
              "take \"next\" of the answer before, whole");
}

}  // namespace

std::string encode_cursor(const Cursor& cursor) {
  std::string bytes{kVersion};
  put_number(bytes, cursor.question, kHashBytes);
  put_number(bytes, cursor.database, kHashBytes);
  Xapian::docid before = 0;
  for (const Xapian::docid id : cursor.seen) {
    put_difference(bytes, id - before);
    before = id;
  }
  put_number(bytes, check_of(bytes), kCheckBytes);
  return as_text(bytes);
}

Result<Cursor> decode_cursor(std::string_view token) {
  const auto decoded = as_bytes(token);
  if (!decoded || decoded->size() < 1 + 2 * kHashBytes + kCheckBytes ||
      decoded->front() != kVersion) {
    return damaged();
  }
  std::string_view bytes = *decoded;
  std::string_view check = bytes.substr(bytes.size() - kCheckBytes);
  bytes.remove_suffix(kCheckBytes);
  if (take_number(check, kCheckBytes) != check_of(bytes)) {
    return damaged();
  }
  bytes.remove_prefix(1);
  Cursor cursor;
  cursor.question = take_number(bytes, kHashBytes);
  cursor.database = take_number(bytes, kHashBytes);
  Xapian::docid id = 0;
  while (!bytes.empty()) {
    const auto difference = take_difference(bytes);
    if (!difference) {
      return damaged();
    }
    id += *difference;
    cursor.seen.push_back(id);
  }
  return cursor;
}

}  // namespace lede
