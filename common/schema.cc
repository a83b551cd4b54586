// Making terms that fit, and telling our databases from others.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/schema.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdio>

#include "common/text/analyzer.h"

namespace lede {
namespace {

// Xapian escapes NUL bytes in its keys, so each counts twice.
std::size_t key_bytes(std::string_view term) {
  return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

// `term` itself, or its beginning and a hash of the whole, so that long terms stay distinct.
std::string fit(std::string term) {
  if (key_bytes(term) <= kMaxTermBytes) {
    return term;
  }
  char hash[17];
  std::snprintf(hash, sizeof hash, "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(term.data(), term.size())));
  std::string cut;
  for (const char c : term) {
    if (key_bytes(cut) + 18 > kMaxTermBytes) {
      break;
    }
    if (c != '\0') {
      cut += c;
    }
  }
  return cut + hash;
}

Failure foreign(std::string_view path, const std::string& why) {
  return fail(ErrorCode::kDatabaseForeign, std::string(path) + ": " + why,
              "build a new one with: lede-indexer update FOLDER --db NEW_FOLDER");
}

}  // namespace

std::string boolean_term(std::string_view prefix, std::string_view value) {
  return fit(std::string(prefix).append(value));
}

std::string text_term(std::string_view prefix, std::string_view term) {
  return fit(std::string(prefix).append(term));
}

std::string stem_term(std::string_view prefix, std::string_view stem) {
  return fit(std::string(prefix::kStem).append(prefix).append(stem));
}

void write_schema(Xapian::WritableDatabase& database) {
  database.set_metadata(std::string(meta::kSchema), std::string(kSchemaVersion));
  database.set_metadata(std::string(meta::kAnalyzer), analyzer_fingerprint());
}

bool is_untouched(const Xapian::Database& database) {
  return database.get_lastdocid() == 0 &&
         database.metadata_keys_begin() == database.metadata_keys_end();
}

Result<void> check_schema(const Xapian::Database& database, std::string_view path) {
  const std::string schema = database.get_metadata(std::string(meta::kSchema));
  if (schema.empty() && is_untouched(database)) {
    return fail(ErrorCode::kDatabaseMissing, std::string(path) + ": nothing is indexed here yet",
                "if a first build is under way, wait for it; else build one with: "
                "lede-indexer update FOLDER --db " +
                    std::string(path));
  }
  if (schema.empty()) {
    return foreign(path, "this Xapian database was not made by Lede");
  }
  if (schema != kSchemaVersion) {
    return foreign(path, "its schema is version " + schema + ", this program reads version " +
                             std::string(kSchemaVersion));
  }
  const std::string analyzer = database.get_metadata(std::string(meta::kAnalyzer));
  if (analyzer != analyzer_fingerprint()) {
    return foreign(path, "it was indexed with analyzer \"" + analyzer +
                             "\", this program searches with \"" + analyzer_fingerprint() + "\"");
  }
  return {};
}

}  // namespace lede
