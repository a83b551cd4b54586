// The keys that clients show to be answered: "Authorization: Bearer KEY".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace lede::serve {

class ApiKeys {
 public:
  // A file with a key a line, or its name, blanks and the key; lines that begin with # say nothing.
  // Errors: kIo, and kUsage for a file without keys and a key under 16 characters.
  static Result<ApiKeys> load(const std::string& path);

  // The name of the key in an Authorization field, as a bearer's or as a password, whatever the
  // user's name is; nullopt where it has none of ours. Takes as long
  // for a key that is nearly right as for one that is not.
  [[nodiscard]] std::optional<std::string_view> name_of(std::string_view authorization) const;

 private:
  struct Key {
    std::string name;
    std::string secret;
  };
  std::vector<Key> keys_;
};

}  // namespace lede::serve
