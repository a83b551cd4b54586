// The parameters of a request, read by name and kind. The first thing wrong is remembered, so that
// endpoints can read all they want and ask once.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/api/named_values.h"
#include "searcher/api/problem.h"

namespace lede::serve {

template <typename Value>
using Choices = std::span<const std::pair<std::string_view, Value>>;

class Parameters {
 public:
  explicit Parameters(NamedValues values);

  // Each reads one parameter; where it was not sent the value is `usual`. Sent twice is an error.
  [[nodiscard]] std::string text(std::string_view name);
  [[nodiscard]] std::uint64_t number(std::string_view name, std::uint64_t usual,
                                     std::uint64_t most);
  [[nodiscard]] bool flag(std::string_view name, bool usual);  // true or false, 1 or 0
  // Sent as many times as there are values.
  [[nodiscard]] std::vector<std::string> texts(std::string_view name);
  // Sent several times, or once with commas.
  [[nodiscard]] std::vector<std::string> list(std::string_view name);

  template <typename Value>
  [[nodiscard]] Value choice(std::string_view name, Value usual, Choices<Value> choices) {
    const std::optional<std::string> sent = single(name);
    if (!sent) {
      return usual;
    }
    std::string all;
    for (const auto& [word, value] : choices) {
      if (*sent == word) {
        return value;
      }
      all.append(all.empty() ? "" : ", ").append(word);
    }
    refuse(name, "\"" + *sent + "\" is none of " + all);
    return usual;
  }

  [[nodiscard]] bool has(std::string_view name) const;

  // The value of `name` is wrong, and why. Later complaints are of no interest.
  void refuse(std::string_view name, std::string why);

  // What was wrong, if anything; a parameter that nobody read is.
  [[nodiscard]] std::optional<Problem> problem() const;

 private:
  [[nodiscard]] std::optional<std::string> single(std::string_view name);

  NamedValues values_;
  std::vector<bool> read_;  // parallel
  std::optional<Problem> problem_;
};

}  // namespace lede::serve
