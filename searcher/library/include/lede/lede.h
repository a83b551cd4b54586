// Lede, the library: searching a database that lede-indexer made. docs/library.md explains it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lede/answer.h"    // IWYU pragma: export
#include "lede/article.h"   // IWYU pragma: export
#include "lede/database.h"  // IWYU pragma: export
#include "lede/error.h"     // IWYU pragma: export
#include "lede/question.h"  // IWYU pragma: export
#include "lede/version.h"   // IWYU pragma: export
