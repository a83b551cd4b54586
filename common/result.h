// How anything that can go wrong in normal life is reported: a value, or an Error that says what
// failed, with its path or query, and what to do next.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace lede {

// The edge of each binary maps a code to an exit code, in one table (see exit_code.h).
enum class ErrorCode {
  kUsage,             // an option or argument makes no sense
  kBadQuery,          // strict parsing refused the query
  kQueryTooLong,      // it passed a limit of the query language: on its bytes,
  kTooManyTerms,      // its words,
  kQueryTooDeep,      // or its brackets within brackets
  kNotFound,          // the thing named (article, file) does not exist
  kUnreadable,        // a file cannot be read as what it claims to be
  kTooLarge,          // a file or record is over its limit
  kNoReader,          // a file of a kind that holds no articles we can read: left out, not failed
  kIo,                // the operating system refused: disk full, permission, …
  kLocked,            // another process is writing this database
  kDatabaseMissing,   // no database at that path
  kDatabaseCorrupt,   // Xapian cannot read it
  kDatabaseForeign,   // a Xapian database of another program, schema or analyzer
  kDatabaseModified,  // changed twice under a reader: reopen and try again
  kInterrupted,       // asked to stop; everything up to then is committed
};

// Whether the query is at fault: another one may well be answered.
constexpr bool is_query_error(ErrorCode code) {
  return code == ErrorCode::kBadQuery || code == ErrorCode::kQueryTooLong ||
         code == ErrorCode::kTooManyTerms || code == ErrorCode::kQueryTooDeep;
}

struct Error {
  ErrorCode code;
  std::string message;  // what failed, naming its path or query
  std::string hint;     // what to do next; may be empty
};

// tl::expected is named only here, so that std::expected can take its place one day.
// Unlike tl's own type, a dropped Result is a compiler warning.
template <typename T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
};

using Failure = tl::unexpected<Error>;

// `return fail(ErrorCode::kNotFound, "…", "…");`
inline Failure fail(ErrorCode code, std::string message, std::string hint = {}) {
  return Failure(Error{code, std::move(message), std::move(hint)});
}

// Hands an error on from one Result to another: `return fail(std::move(opened).error());`
inline Failure fail(Error error) { return Failure(std::move(error)); }

}  // namespace lede
