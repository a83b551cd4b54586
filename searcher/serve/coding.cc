// gzip by zlib, fast rather than small: JSON shrinks to a fifth at the lowest level already.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/coding.h"

#include <zlib.h>

#include "searcher/serve/tokens.h"

namespace lede::serve {
namespace {

constexpr std::size_t kLeastBytes = 1024;
constexpr int kLevel = 1;
constexpr int kGzipWindow = 15 + 16;  // zlib's way to say: gzip rather than zlib
constexpr int kMemory = 8;

// "q=0" and "q=0.000".
bool refused(std::string_view parameters) {
  parameters = trimmed(parameters);
  return parameters.starts_with("q=0") &&
         parameters.find_first_not_of("0.", 2) == std::string_view::npos;
}

// Empty when memory is short.
std::string gzipped(std::string_view bytes) {
  z_stream stream = {};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) {
    return {};
  }
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int status = deflate(&stream, Z_FINISH);
  out.resize(status == Z_STREAM_END ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  bool any = false;
  for (const std::string_view item : comma_list(accept_encoding)) {
    const std::size_t semicolon = item.find(';');
    const std::string_view coding = trimmed(item.substr(0, semicolon));
    const bool good = semicolon == std::string_view::npos || !refused(item.substr(semicolon + 1));
    if (same_token(coding, "gzip")) {
      return good;
    }
    any = any || (coding == "*" && good);
  }
  return any;
}

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b"); }

std::string smaller(std::string bytes) {
  if (bytes.size() < kLeastBytes) {
    return bytes;
  }
  std::string compressed = gzipped(bytes);
  return compressed.empty() ? bytes : compressed;
}

}  // namespace lede::serve
