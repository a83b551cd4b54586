// Which lines of a text can hold all parts of a group, told without analysing them: most cannot.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/plan/units.h"

namespace lede {

class LineFilter {
 public:
  explicit LineFilter(const QueryUnit& group);

  // False only when some part is surely not in `line`.
  [[nodiscard]] bool may_hold_all(std::string_view line);

 private:
  // Letters and digits that some word of a part must have, one of them; empty: nothing is known.
  using Needles = std::vector<std::string>;

  std::vector<Needles> parts_;
  std::string letters_;  // of the line at hand
};

}  // namespace lede
