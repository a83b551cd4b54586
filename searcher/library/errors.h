// From the errors inside to those that programs see.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"
#include "lede/error.h"

namespace lede::v1 {

[[nodiscard]] Error public_error(const lede::Error& error);

}  // namespace lede::v1
