// Reading UTF-8 that may be broken; tests hold it against ICU's own reading.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/utf8.h"

namespace lede {

namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";

std::uint32_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool is_continuation(std::uint32_t byte) { return (byte & 0xC0U) == 0x80U; }

// How many bytes follow a lead byte; 0 for what leads nothing.
std::size_t trail_length(std::uint32_t lead) {
  if (lead < 0xC2 || lead > 0xF4) {
    return 0;
  }
  return lead < 0xE0 ? 1 : (lead < 0xF0 ? 2 : 3);
}

// The second byte decides about overlong forms, surrogates and the end of Unicode.
bool is_second_byte(std::uint32_t lead, std::uint32_t byte) {
  switch (lead) {
    case 0xE0:
      return byte >= 0xA0 && byte <= 0xBF;
    case 0xED:
      return byte >= 0x80 && byte <= 0x9F;
    case 0xF0:
      return byte >= 0x90 && byte <= 0xBF;
    case 0xF4:
      return byte >= 0x80 && byte <= 0x8F;
    default:
      return is_continuation(byte);
  }
}

}  // namespace

namespace detail {

DecodedSequence decode_sequence(std::string_view text, std::size_t at) {
  const std::uint32_t lead = byte_at(text, at);
  if (lead < 0x80) {
    return {{static_cast<char32_t>(lead), at + 1}, true};
  }
  const std::size_t trail = trail_length(lead);
  std::size_t next = at + 1;
  if (trail == 0 || next == text.size() || !is_second_byte(lead, byte_at(text, next))) {
    return {{kReplacement, next}, false};
  }
  std::uint32_t value = lead & (0x3FU >> trail);
  for (std::size_t i = 0; i < trail; ++i, ++next) {
    if (next == text.size() || !is_continuation(byte_at(text, next))) {
      return {{kReplacement, next}, false};
    }
    value = value << 6U | (byte_at(text, next) & 0x3FU);
  }
  return {{static_cast<char32_t>(value), next}, true};
}

}  // namespace detail

char32_t decode_before(std::string_view text, std::size_t end) {
  std::size_t at = end - 1;
  while (at > 0 && end - at < 4 && is_continuation(byte_at(text, at))) {
    --at;
  }
  const CodePoint found = decode(text, at);
  return found.next == end ? found.value : kReplacement;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto c = static_cast<std::uint32_t>(code_point);
  const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | c >> 6U);
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | c >> 12U);
    put(0x80U | (c >> 6U & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | c >> 18U);
    put(0x80U | (c >> 12U & 0x3FU));
    put(0x80U | (c >> 6U & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

std::size_t floor_boundary(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return text.size();
  }
  for (int steps = 0; steps < 3 && at > 0 && is_continuation(byte_at(text, at)); ++steps) {
    --at;
  }
  return at;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const detail::DecodedSequence sequence = detail::decode_sequence(text, at);
    if (!sequence.well_formed) {
      return false;
    }
    at = sequence.code_point.next;
  }
  return true;
}

RepairedText repair_utf8(std::string_view bytes) {
  RepairedText repaired;
  repaired.text.reserve(bytes.size());
  std::size_t good_from = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const detail::DecodedSequence sequence = detail::decode_sequence(bytes, at);
    if (!sequence.well_formed) {
      repaired.text.append(bytes, good_from, at - good_from);
      repaired.text += kReplacementBytes;
      ++repaired.replacements;
      good_from = sequence.code_point.next;
    }
    at = sequence.code_point.next;
  }
  repaired.text.append(bytes, good_from);
  return repaired;
}

}  // namespace lede
