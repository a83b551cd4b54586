// The table of fields, and the nearest one to a name that is none.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/fields.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query/characters.h"

namespace lede::query {
namespace {

struct Entry {
  std::string_view name;
  FieldName meaning;
};

// The first name of a field is the one shown.
constexpr std::array<Entry, 19> kFields = {{
    {"title", {Field::kTitle, FieldRole::kText}},
    {"headline", {Field::kTitle, FieldRole::kText}},
    {"author", {Field::kAuthor, FieldRole::kText}},
    {"by", {Field::kAuthor, FieldRole::kText}},
    {"source", {Field::kSource, FieldRole::kText}},
    {"publisher", {Field::kSource, FieldRole::kText}},
    {"site", {Field::kSource, FieldRole::kText}},
    {"place", {Field::kPlace, FieldRole::kText}},
    {"dateline", {Field::kPlace, FieldRole::kText}},
    {"url", {Field::kUrl, FieldRole::kText}},
    {"path", {Field::kPath, FieldRole::kText}},
    {"lang", {Field::kLanguage, FieldRole::kLanguage}},
    {"language", {Field::kLanguage, FieldRole::kLanguage}},
    {"id", {Field::kId, FieldRole::kId}},
    {"has", {Field::kHas, FieldRole::kHas}},
    {"is", {Field::kIs, FieldRole::kIs}},
    {"date", {Field::kAny, FieldRole::kDate}},
    {"after", {Field::kAny, FieldRole::kAfter}},
    {"before", {Field::kAny, FieldRole::kBefore}},
}};

constexpr std::string_view kDate = "date";
constexpr std::array<std::string_view, 2> kStates = {"wire", "damaged"};

constexpr std::array<std::string_view, 23> kSchemes = {
    "http", "https", "ftp",  "ftps", "sftp", "file",       "mailto", "tel",
    "urn",  "doi",   "isbn", "news", "data", "javascript", "about",  "magnet",
    "ssh",  "git",   "irc",  "re",   "fw",   "fwd",        "aw",
};

constexpr std::size_t kLongestName = 16;

template <std::size_t kSize>
bool contains(const std::array<std::string_view, kSize>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Letters to put in, take out, change or swap with a neighbour to make `a` of `b`.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> rows(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        rows[i][j] = i + j;
        continue;
      }
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
  }
  return rows[a.size()][b.size()];
}

}  // namespace

std::optional<FieldName> find_field(std::string_view name) {
  const std::string lower = ascii_lower(name);
  for (const Entry& entry : kFields) {
    if (entry.name == lower) {
      return entry.meaning;
    }
  }
  return std::nullopt;
}

std::string_view nearest_field(std::string_view name) {
  if (name.size() > kLongestName) {
    return {};
  }
  const std::string lower = ascii_lower(name);
  std::string_view nearest;
  std::size_t least = 3;
  for (const Entry& entry : kFields) {
    const std::size_t distance = edit_distance(lower, entry.name);
    // One slip in three letters is a typing error; more is another word.
    if (distance < least && distance * 3 <= std::max(lower.size(), entry.name.size())) {
      least = distance;
      nearest = entry.name;
    }
  }
  return nearest;
}

bool is_scheme(std::string_view name) { return contains(kSchemes, ascii_lower(name)); }

std::optional<std::string> find_had(std::string_view name) {
  const auto field = find_field(name);
  if (!field) {
    return std::nullopt;
  }
  if (field->role == FieldRole::kDate) {
    return std::string(kDate);
  }
  const bool absent_in_some = field->role == FieldRole::kLanguage ||
                              (field->role == FieldRole::kText && field->field != Field::kPath);
  return absent_in_some ? std::optional<std::string>(field_name(field->field)) : std::nullopt;
}

std::optional<std::string> find_state(std::string_view name) {
  std::string lower = ascii_lower(name);
  return contains(kStates, lower) ? std::optional(std::move(lower)) : std::nullopt;
}

std::string_view known_had() { return "title, author, source, place, url, lang and date"; }

std::string_view known_states() { return "wire and damaged"; }

std::string_view field_name(Field field) {
  if (field == Field::kAny) {
    return {};
  }
  for (const Entry& entry : kFields) {
    if (entry.meaning.field == field) {
      return entry.name;
    }
  }
  return {};
}

}  // namespace lede::query
