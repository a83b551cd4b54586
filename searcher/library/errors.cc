// The one table from the errors inside to those that programs see, and their names.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/library/errors.h"

namespace lede::v1 {
namespace {

ErrorCode public_code(lede::ErrorCode code) {
  switch (code) {
    case lede::ErrorCode::kUsage:
      return ErrorCode::kBadParameter;
    case lede::ErrorCode::kBadQuery:
      return ErrorCode::kBadQuery;
    case lede::ErrorCode::kQueryTooLong:
      return ErrorCode::kQueryTooLong;
    case lede::ErrorCode::kTooManyTerms:
      return ErrorCode::kTooManyTerms;
    case lede::ErrorCode::kQueryTooDeep:
      return ErrorCode::kQueryTooDeep;
    case lede::ErrorCode::kNotFound:
      return ErrorCode::kNotFound;
    case lede::ErrorCode::kDatabaseMissing:
      return ErrorCode::kDatabaseMissing;
    case lede::ErrorCode::kDatabaseModified:
    case lede::ErrorCode::kLocked:
      return ErrorCode::kDatabaseBusy;
    case lede::ErrorCode::kDatabaseCorrupt:
      return ErrorCode::kDatabaseDamaged;
    case lede::ErrorCode::kDatabaseForeign:
      return ErrorCode::kDatabaseForeign;
    case lede::ErrorCode::kUnreadable:
    case lede::ErrorCode::kTooLarge:
    case lede::ErrorCode::kNoReader:
    case lede::ErrorCode::kIo:
    case lede::ErrorCode::kInterrupted:
      break;
  }
  return ErrorCode::kInternal;
}

}  // namespace

std::string_view code_name(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::kBadParameter:
      return "bad_parameter";
    case ErrorCode::kBadQuery:
      return "bad_query";
    case ErrorCode::kQueryTooLong:
      return "query_too_long";
    case ErrorCode::kTooManyTerms:
      return "too_many_terms";
    case ErrorCode::kQueryTooDeep:
      return "query_too_deep";
    case ErrorCode::kNotFound:
      return "not_found";
    case ErrorCode::kDatabaseMissing:
      return "database_missing";
    case ErrorCode::kDatabaseBusy:
      return "database_busy";
    case ErrorCode::kDatabaseDamaged:
      return "database_damaged";
    case ErrorCode::kDatabaseForeign:
      return "database_foreign";
    case ErrorCode::kInternal:
      break;
  }
  return "internal";
}

Error public_error(const lede::Error& error) {
  return {public_code(error.code), error.message, error.hint};
}

}  // namespace lede::v1
