// What a client sent, by name: a name may come several times.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace lede::serve {

using NamedValues = std::vector<std::pair<std::string, std::string>>;

}  // namespace lede::serve
