// The list of assets, and one hash of them all.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/page/assets.h"

#include <xxhash.h>

#include <array>
#include <cstdio>

#include "searcher/serve/embedded.h"

namespace lede::page {
namespace {

constexpr std::string_view kCss = "text/css; charset=utf-8";
constexpr std::string_view kScript = "text/javascript; charset=utf-8";
constexpr std::string_view kSvg = "image/svg+xml";

struct NamedAsset {
  std::string_view name;
  Asset asset;
};

const auto& assets() {
  static const std::array<NamedAsset, 7> kAssets = {{
      {"page.css", {kCss, serve::page_css()}},
      {"main.js", {kScript, serve::main_js()}},
      {"suggest.js", {kScript, serve::suggest_js()}},
      {"timeline.js", {kScript, serve::timeline_js()}},
      {"results.js", {kScript, serve::results_js()}},
      {"reader.js", {kScript, serve::reader_js()}},
      {"icon.svg", {kSvg, serve::icon_svg()}},
  }};
  return kAssets;
}

std::string hash_of_all() {
  std::string all;
  for (const NamedAsset& named : assets()) {
    all.append(named.name).append(named.asset.bytes);
  }
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(all.data(), all.size())));
  return text.data();
}

}  // namespace

std::optional<Asset> find_asset(std::string_view name) {
  for (const NamedAsset& named : assets()) {
    if (named.name == name) {
      return named.asset;
    }
  }
  return std::nullopt;
}

std::string asset_url(std::string_view name) {
  static const std::string kFolder = "/assets/" + hash_of_all() + "/";
  return kFolder + std::string(name);
}

}  // namespace lede::page
