// Reading and comparing keys.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/api_keys.h"

#include <fstream>

#include "searcher/serve/basic_credentials.h"
#include "searcher/serve/tokens.h"

namespace lede::serve {
namespace {

constexpr std::size_t kShortestKey = 16;
constexpr std::string_view kBearer = "bearer ";

// Looks at every byte of `shown`, whatever is found: how long it takes tells nothing of `secret`.
bool same_secret(std::string_view shown, std::string_view secret) {
  volatile unsigned char difference = shown.size() == secret.size() ? 0 : 1;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const auto a = static_cast<unsigned char>(shown[i]);
    const auto b = static_cast<unsigned char>(secret[i % secret.size()]);
    difference = static_cast<unsigned char>(difference | (a ^ b));
  }
  return difference == 0;
}

}  // namespace

Result<ApiKeys> ApiKeys::load(const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    return fail(ErrorCode::kIo, path + ": the file of keys cannot be read");
  }
  ApiKeys keys;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    std::string_view text = line;
    if (text.ends_with('\r')) {
      text.remove_suffix(1);
    }
    text = trimmed(text);
    if (text.empty() || text.starts_with('#')) {
      continue;
    }
    const std::size_t blank = text.find_last_of(" \t");
    const bool named = blank != std::string_view::npos;
    const std::string_view secret = named ? text.substr(blank + 1) : text;
    if (secret.size() < kShortestKey) {
      return fail(ErrorCode::kUsage,
                  path + ":" + std::to_string(number) + ": a key of fewer than " +
                      std::to_string(kShortestKey) + " characters can be guessed",
                  "make one with: head -c 24 /dev/urandom | base64");
    }
    keys.keys_.push_back(
        {named ? std::string(trimmed(text.substr(0, blank))) : "line " + std::to_string(number),
         std::string(secret)});
  }
  if (keys.keys_.empty()) {
    return fail(ErrorCode::kUsage, path + ": there is no key in this file",
                "make one with: head -c 24 /dev/urandom | base64");
  }
  return keys;
}

std::optional<std::string_view> ApiKeys::name_of(std::string_view authorization) const {
  const auto password = basic_password(authorization);
  if (!password && !same_token(authorization.substr(0, kBearer.size()), kBearer)) {
    return std::nullopt;
  }
  const std::string_view shown =
      password ? std::string_view(*password) : trimmed(authorization.substr(kBearer.size()));
  std::optional<std::string_view> name;
  for (const Key& key : keys_) {
    if (same_secret(shown, key.secret)) {
      name = key.name;
    }
  }
  return name;
}

}  // namespace lede::serve
