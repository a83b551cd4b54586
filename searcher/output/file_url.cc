// Percent-encoding.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/file_url.h"

namespace lede {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string encoded(std::string_view text, std::string_view kept) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_letter_or_digit(c) || kept.find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
  }
  return out;
}

bool has_scheme(std::string_view url, std::string_view scheme) {
  if (url.size() <= scheme.size()) {
    return false;
  }
  for (std::size_t i = 0; i < scheme.size(); ++i) {
    const char c = url[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c) != scheme[i]) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::string file_url(std::string_view host, std::string_view path) {
  return "file://" + encoded(host, "-.") + encoded(path, "-._~/");
}

std::string web_url(std::string_view url) {
  if (!has_scheme(url, "http://") && !has_scheme(url, "https://")) {
    return {};
  }
  return encoded(url, "-._~:/?#[]@!$&'()*+,;=%");
}

}  // namespace lede
