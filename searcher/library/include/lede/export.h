// What a program that links the library can see of it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#define LEDE_EXPORT __attribute__((visibility("default")))
