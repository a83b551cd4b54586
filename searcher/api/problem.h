// Errors as clients see them, with a stable code. docs/http-api.md lists the codes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/result.h"

namespace lede::serve {

struct Problem {
  int status = 500;
  std::string_view code;   // a literal: "bad_parameter"
  std::string detail;      // what is wrong, for people
  std::string param = {};  // which parameter; empty where none is at fault
  int retry_after_s = 0;   // 0 where trying again would change nothing
  std::string allow = {};  // methods, with 405
  bool close = false;      // the connection is of no more use
};

// What a library's error means to a client. Paths of this machine stay out of it.
[[nodiscard]] Problem problem_of(const Error& error);

}  // namespace lede::serve
