// How much a file may cost before it is refused: every bound on input, in one place.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace lede {

struct InputLimits {
  // Of a file, or a member of an archive, that is read whole; and of one line of JSON lines.
  std::size_t max_file_bytes = std::size_t{64} << 20;
  // Of what is read piece by piece, uncompressed: JSON lines, archives.
  std::uint64_t max_stream_bytes = std::uint64_t{1} << 40;
  // Lines are handed on in pieces of about this size.
  std::size_t piece_bytes = std::size_t{4} << 20;
};

// Text shrinks three to twenty times, the most monotonous logs fifty; a bomb a thousand times or
// more. Below this size nobody is hurt, and a short file of one word repeated is let through.
inline constexpr std::uint64_t kMaxRatio = 200;
inline constexpr std::uint64_t kRatioFreeBytes = std::uint64_t{64} << 20;

// Archives within archives; each may hold one member in memory.
inline constexpr unsigned kMaxDepth = 3;
inline constexpr std::size_t kMaxMembers = 1'000'000;  // of an archive
inline constexpr std::size_t kMaxMemberName = 4096;    // as long as a path may be

// Whether `unpacked` bytes are more than `packed` bytes can honestly hold.
[[nodiscard]] constexpr bool is_bomb(std::uint64_t packed, std::uint64_t unpacked) {
  return unpacked > kRatioFreeBytes && unpacked / kMaxRatio > packed;
}

}  // namespace lede
