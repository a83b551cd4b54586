// Reading parameters by name and kind.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/api/parameters.h"

#include <algorithm>
#include <charconv>

namespace lede::serve {

Parameters::Parameters(NamedValues values)
    : values_(std::move(values)), read_(values_.size(), false) {}

bool Parameters::has(std::string_view name) const {
  return std::any_of(values_.begin(), values_.end(),
                     [&](const auto& value) { return value.first == name; });
}

void Parameters::refuse(std::string_view name, std::string why) {
  if (!problem_) {
    problem_ = Problem{400, "bad_parameter", std::move(why), std::string(name)};
  }
}

std::optional<std::string> Parameters::single(std::string_view name) {
  std::optional<std::string> found;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (values_[i].first == name) {
      if (found) {
        refuse(name, "it was sent more than once");
      }
      found = values_[i].second;
      read_[i] = true;
    }
  }
  return found;
}

std::string Parameters::text(std::string_view name) { return single(name).value_or(""); }

std::uint64_t Parameters::number(std::string_view name, std::uint64_t usual, std::uint64_t most) {
  const auto sent = single(name);
  if (!sent) {
    return usual;
  }
  std::uint64_t value = 0;
  const char* const end = sent->data() + sent->size();
  const auto [stop, error] = std::from_chars(sent->data(), end, value);
  if (error != std::errc() || stop != end || value > most) {
    refuse(name, "\"" + *sent + "\" is no number from 0 to " + std::to_string(most));
    return usual;
  }
  return value;
}

bool Parameters::flag(std::string_view name, bool usual) {
  static constexpr std::pair<std::string_view, bool> kFlags[] = {
      {"true", true}, {"false", false}, {"1", true}, {"0", false}};
  return choice<bool>(name, usual, kFlags);
}

std::vector<std::string> Parameters::texts(std::string_view name) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (values_[i].first == name) {
      read_[i] = true;
      all.push_back(values_[i].second);
    }
  }
  return all;
}

std::vector<std::string> Parameters::list(std::string_view name) {
  std::vector<std::string> all;
  for (const std::string& sent : texts(name)) {
    std::string_view rest = sent;
    for (;;) {
      const std::size_t comma = rest.find(',');
      all.emplace_back(rest.substr(0, comma));
      if (comma == std::string_view::npos) {
        break;
      }
      rest.remove_prefix(comma + 1);
    }
  }
  return all;
}

std::optional<Problem> Parameters::problem() const {
  if (problem_) {
    return problem_;
  }
  const auto unread = std::find(read_.begin(), read_.end(), false);
  if (unread == read_.end()) {
    return std::nullopt;
  }
  const std::string& name = values_[static_cast<std::size_t>(unread - read_.begin())].first;
  return Problem{400, "unknown_parameter", "there is no parameter of this name here", name};
}

}  // namespace lede::serve
