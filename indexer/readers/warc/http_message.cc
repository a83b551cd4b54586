// An HTTP response as crawlers keep it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/warc/http_message.h"

#include <algorithm>
#include <charconv>

#include "indexer/input/byte_source.h"
#include "indexer/input/decompress.h"
#include "indexer/readers/ascii.h"

namespace lede {
namespace {

// The next line without its end, cut off the front of `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

// "HTTP/1.1 200 OK"; 0 when it is none.
int status_of(std::string_view line) {
  const std::size_t blank = line.find(' ');
  int status = 0;
  if (line.starts_with("HTTP/") && blank != std::string_view::npos) {
    std::from_chars(line.data() + blank + 1, line.data() + line.size(), status);
  }
  return status;
}

// Chunks put together. Some crawlers undo the chunks and keep the header: what is not in chunks
// stays as it is, and a last chunk that was cut off counts as far as it goes.
std::string unchunked(std::string_view body) {
  std::string whole;
  std::string_view rest = body;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (error != std::errc() || (end != line.data() + line.size() && *end != ';' && *end != ' ')) {
      return whole.empty() ? std::string(body) : whole;
    }
    if (size == 0) {
      return whole;
    }
    whole += rest.substr(0, size);
    rest.remove_prefix(std::min(size, rest.size()));
    take_line(rest);
  }
  return whole;
}

Result<std::string> decoded(std::string body, std::string_view encoding, std::size_t max_bytes) {
  const Compression compression = compression_of(body);
  if (compression != Compression::kNone) {
    MemorySource packed("response body", body);
    DecompressedSource source(packed, compression);
    return read_all(source, max_bytes);
  }
  // The header stays when a crawler undid the encoding; what cannot be text is found out later.
  if (equals_ascii_case(encoding, "br") && body.find('\0') != std::string::npos) {
    return fail(ErrorCode::kUnreadable, "its encoding, br, is not known");
  }
  if (body.size() > max_bytes) {
    return fail(ErrorCode::kTooLarge,
                "its body is over the limit of " + std::to_string(max_bytes) + " bytes");
  }
  return body;
}

}  // namespace

std::string_view header_value(std::string_view headers, std::string_view name) {
  while (!headers.empty()) {
    const std::string_view line = take_line(headers);
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos &&
        equals_ascii_case(trimmed(line.substr(0, colon)), name)) {
      return trimmed(line.substr(colon + 1));
    }
  }
  return {};
}

void read_content_type(std::string_view value, std::string& kind, std::string& charset) {
  const std::size_t end = std::min(value.find(';'), value.size());
  kind = ascii_lowered(trimmed(value.substr(0, end)));
  constexpr std::string_view kCharset = "charset=";
  const std::string parameters = ascii_lowered(value.substr(end));
  const std::size_t at = parameters.find(kCharset);
  if (at != std::string::npos) {
    std::string_view name = std::string_view(parameters).substr(at + kCharset.size());
    name = name.substr(0, std::min(name.find(';'), name.size()));
    name = trimmed(name);
    name = name.starts_with('"') ? name.substr(1, name.find('"', 1) - 1) : name;
    charset = name;
  }
}

Result<HttpResponse> parse_http_response(std::string_view bytes, std::size_t max_bytes) {
  HttpResponse response;
  std::string_view rest = bytes;
  response.status = status_of(take_line(rest));
  if (response.status == 0) {
    return fail(ErrorCode::kUnreadable, "no HTTP response");
  }
  const std::string_view from_headers = rest;
  while (!rest.empty() && !take_line(rest).empty()) {
  }
  const std::string_view headers = from_headers.substr(0, from_headers.size() - rest.size());
  read_content_type(header_value(headers, "content-type"), response.kind, response.charset);
  const bool chunked = ascii_lowered(header_value(headers, "transfer-encoding")).find("chunked") !=
                       std::string::npos;
  auto body = decoded(chunked ? unchunked(rest) : std::string(rest),
                      header_value(headers, "content-encoding"), max_bytes);
  if (!body) {
    return fail(std::move(body).error());
  }
  response.body = std::move(*body);
  return response;
}

}  // namespace lede
