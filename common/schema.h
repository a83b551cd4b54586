// The index schema: every prefix, value slot and metadata key there is, in one table.
// docs/index-format.md explains each to the readers of the database; keep the two together.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <string>
#include <string_view>

#include "common/result.h"

namespace lede {

// All constants below are stored in databases: do not change one without a new kSchemaVersion.
inline constexpr std::string_view kSchemaVersion = "1";

// Xapian's longest term is 245 bytes; NULs count twice.
inline constexpr std::size_t kMaxTermBytes = 240;

// A word of the title counts as so many of the text, in within-document frequency and length.
inline constexpr Xapian::termcount kTitleTimes = 3;

namespace prefix {
// Text of the article (title, then body) has no prefix; its stems have Xapian's own "Z".
inline constexpr std::string_view kStem = "Z";
// Text fields: exact words with positions; "Z" + prefix before their stems.
inline constexpr std::string_view kTitle = "S";
inline constexpr std::string_view kAuthor = "A";
inline constexpr std::string_view kSource = "XP";  // publisher and agency
inline constexpr std::string_view kPlace = "XL";   // of the dateline
inline constexpr std::string_view kUrl = "U";
inline constexpr std::string_view kPath = "P";
// Boolean terms: one value whole, no positions, no part in ranking.
inline constexpr std::string_view kId = "Q";
inline constexpr std::string_view kLanguage = "L";  // "und" where unknown
inline constexpr std::string_view kYear = "Y";      // YYYY
inline constexpr std::string_view kMonth = "M";     // YYYYMM
inline constexpr std::string_view kDay = "D";       // YYYYMMDD
inline constexpr std::string_view kFile = "XF";     // key of the file it was read from
inline constexpr std::string_view kHas = "XH";      // a field it has: "author", "date", …
inline constexpr std::string_view kIs = "XI";       // what it is: "wire", "damaged"
}  // namespace prefix

namespace slot {
inline constexpr Xapian::valueno kPublished = 0;     // sortable_serialise(seconds since 1970 UTC)
inline constexpr Xapian::valueno kFirstIndexed = 1;  // likewise
inline constexpr Xapian::valueno kPublisher = 2;     // as printed; the agency where there is none
inline constexpr Xapian::valueno kLanguage = 3;      // BCP 47 tag
inline constexpr Xapian::valueno kLength = 4;        // sortable_serialise(words)
inline constexpr Xapian::valueno kCopyGroup = 5;     // kept for copies of one text
inline constexpr Xapian::valueno kStory = 6;         // kept for articles of one story
inline constexpr Xapian::valueno kContentHash = 7;   // XXH3 64 of the record, 8 bytes
inline constexpr Xapian::valueno kAuthor = 8;        // as printed; "; " between several
inline constexpr Xapian::valueno kPlace = 9;         // of the dateline, as printed
}  // namespace slot

namespace meta {
inline constexpr std::string_view kSchema = "lede.schema";
inline constexpr std::string_view kAnalyzer = "lede.analyzer";
inline constexpr std::string_view kFilePrefix = "lede.file.";      // + file key: size, mtime, hash
inline constexpr std::string_view kSourcePrefix = "lede.source.";  // + number: a source folder
inline constexpr std::string_view kRepeatsPrefix = "lede.repeats.";  // + outlet: its repeated lines
inline constexpr std::string_view kSampledPrefix = "lede.sampled.";  // + folder: it was sampled
}  // namespace meta

// A boolean term: `prefix` + `value`, cut with a hash when longer than kMaxTermBytes.
[[nodiscard]] std::string boolean_term(std::string_view prefix, std::string_view value);

// A term of an indexed text: `prefix` (may be empty) + an analyzer's term, likewise cut.
[[nodiscard]] std::string text_term(std::string_view prefix, std::string_view term);

// "Z" + prefix + stem.
[[nodiscard]] std::string stem_term(std::string_view prefix, std::string_view stem);

// Marks an empty database as ours.
void write_schema(Xapian::WritableDatabase& database);

// Made by Xapian, but nothing is in it: a first build that has not come to its first commit.
[[nodiscard]] bool is_untouched(const Xapian::Database& database);

// Whether `database`, opened from `path`, was written with this schema and analyzer; if not, an
// error that says which it has and what to run. An untouched one is kDatabaseMissing.
[[nodiscard]] Result<void> check_schema(const Xapian::Database& database, std::string_view path);

}  // namespace lede
