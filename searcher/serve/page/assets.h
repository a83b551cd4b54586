// Style sheet, scripts and icon of the page, which are a part of the program.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lede::page {

struct Asset {
  std::string_view content_type;
  std::string_view bytes;
};

[[nodiscard]] std::optional<Asset> find_asset(std::string_view name);

// "/assets/1f0a…/page.css": another whenever some asset is another, so that browsers may keep them
// for ever.
[[nodiscard]] std::string asset_url(std::string_view name);

}  // namespace lede::page
