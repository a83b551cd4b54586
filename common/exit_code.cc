// The table from errors to exit codes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exit_code.h"

namespace lede {

int exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::kDatabaseMissing:
    case ErrorCode::kDatabaseCorrupt:
    case ErrorCode::kDatabaseForeign:
      return kExitDatabase;
    case ErrorCode::kLocked:
    case ErrorCode::kDatabaseModified:
      return kExitTryAgain;
    case ErrorCode::kInterrupted:
      return kExitInterrupted;
    case ErrorCode::kUsage:
    case ErrorCode::kBadQuery:
    case ErrorCode::kQueryTooLong:
    case ErrorCode::kTooManyTerms:
    case ErrorCode::kQueryTooDeep:
    case ErrorCode::kNotFound:
    case ErrorCode::kUnreadable:
    case ErrorCode::kTooLarge:
    case ErrorCode::kNoReader:
    case ErrorCode::kIo:
      return kExitError;
  }
  return kExitError;
}

}  // namespace lede
