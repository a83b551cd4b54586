// The one table from errors to codes and HTTP statuses.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/api/problem.h"

namespace lede::serve {
namespace {

constexpr int kBusySeconds = 1;
constexpr int kMissingSeconds = 5;

std::string said(const Error& error) {
  return error.hint.empty() ? error.message : error.message + "; " + error.hint;
}

}  // namespace

Problem problem_of(const Error& error) {
  switch (error.code) {
    case ErrorCode::kBadQuery:
      return {422, "bad_query", said(error), "q"};
    case ErrorCode::kQueryTooLong:
      return {400, "query_too_long", said(error), "q"};
    case ErrorCode::kTooManyTerms:
      return {400, "too_many_terms", said(error), "q"};
    case ErrorCode::kQueryTooDeep:
      return {400, "query_too_deep", said(error), "q"};
    case ErrorCode::kUsage:
      return {400, "bad_parameter", said(error)};
    case ErrorCode::kNotFound:
      return {404, "not_found", error.message};
    case ErrorCode::kDatabaseMissing:
      return {503, "database_missing", "there is no database to search", {}, kMissingSeconds};
    case ErrorCode::kDatabaseModified:
    case ErrorCode::kLocked:
      return {503, "database_busy", "the database changes too fast: try again", {}, kBusySeconds};
    case ErrorCode::kDatabaseCorrupt:
      return {500, "database_damaged", "the database cannot be read"};
    case ErrorCode::kDatabaseForeign:
      return {500, "database_foreign", "the database is of another version of Lede"};
    case ErrorCode::kUnreadable:
    case ErrorCode::kTooLarge:
    case ErrorCode::kNoReader:
    case ErrorCode::kIo:
    case ErrorCode::kInterrupted:
      break;
  }
  return {500, "internal", "the server could not answer"};
}

}  // namespace lede::serve
