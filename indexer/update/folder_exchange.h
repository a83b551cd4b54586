// Putting a new database in the place of an old one, in one step.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "common/result.h"

namespace lede {

// Removes the folder it names when it goes: a half-made database, or the old one.
class Discard {
 public:
  explicit Discard(std::string folder) : folder_(std::move(folder)) {}
  ~Discard();
  Discard(const Discard&) = delete;
  Discard& operator=(const Discard&) = delete;

 private:
  std::string folder_;
};

// Gives the folder at each path the other's name, durably; there is no moment at which either name
// stands for nothing. The permissions of `live` stay with the name. kIo where the system cannot.
[[nodiscard]] Result<void> exchange_folders(const std::string& live, const std::string& built);

// Where a new database for `live` is built: a folder beside it, there only while that is done.
[[nodiscard]] std::string building_folder(const std::string& live);

// Whether folders beside `live` can be exchanged: tried with two in its building folder, which was
// not there and is not there afterwards. kIo says why not.
[[nodiscard]] Result<void> try_exchange_beside(const std::string& live);

}  // namespace lede
