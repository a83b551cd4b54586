// How anything that can go wrong in normal life is reported: a value, or an Error.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "lede/export.h"

namespace lede::v1 {

enum class ErrorCode : std::uint8_t {
  kBadParameter,     // a member of the question makes no sense; the message names it
  kBadQuery,         // `strict` refused the query,
  kQueryTooLong,     // or it is over a limit: on its bytes,
  kTooManyTerms,     // its words,
  kQueryTooDeep,     // or its brackets within brackets
  kNotFound,         // there is no article with this id
  kDatabaseMissing,  // no database at this path
  kDatabaseBusy,     // it changed too fast to be read: try again
  kDatabaseDamaged,  // it cannot be read
  kDatabaseForeign,  // it was not made by this version of Lede
  kInternal,         // anything else
};

// The code as the HTTP API has it: "bad_query".
[[nodiscard]] LEDE_EXPORT std::string_view code_name(ErrorCode code) noexcept;

struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;  // what failed, naming its path or query
  std::string hint;     // what to do next; may be empty
};

// A T, or the Error why there is none. Not looked at, it is a compiler warning.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: meant so
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

  [[nodiscard]] bool has_value() const noexcept { return held_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  // Only where there is a value. That of a temporary Result is moved out, so that it may be looped
  // over: `for (const auto& one : database.suggest("ha").value())`.
  T& operator*() & { return *std::get_if<0>(&held_); }
  const T& operator*() const& { return *std::get_if<0>(&held_); }
  T operator*() && { return std::move(*std::get_if<0>(&held_)); }
  T* operator->() { return std::get_if<0>(&held_); }
  const T* operator->() const { return std::get_if<0>(&held_); }

  // Only where there is none.
  [[nodiscard]] const Error& error() const { return *std::get_if<1>(&held_); }

  // For programs that prefer exceptions: the value, or std::runtime_error with the message.
  T& value() & { return checked(), **this; }
  [[nodiscard]] const T& value() const& { return checked(), **this; }
  T value() && { return checked(), std::move(**this); }

 private:
  void checked() const {
    if (!has_value()) {
      throw std::runtime_error(error().message);
    }
  }

  std::variant<T, Error> held_;
};

}  // namespace lede::v1
