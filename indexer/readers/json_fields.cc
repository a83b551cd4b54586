// What the fields of an article are called in the records people have: one table of synonyms,
// shared by JSON, JSON lines and front matter.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/json_fields.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "common/text/language.h"
#include "indexer/extract/dates.h"
#include "indexer/readers/ascii.h"
#include "indexer/readers/markup.h"

namespace lede {
namespace {

struct Synonym {
  std::string_view key;  // lower case, without "_" and "-"
  Field field;
};

// The order within a field is the order of preference.
constexpr std::array kSynonyms = {
    Synonym{"id", Field::kId},
    Synonym{"uid", Field::kId},
    Synonym{"guid", Field::kId},
    Synonym{"docid", Field::kId},
    Synonym{"title", Field::kTitle},
    Synonym{"headline", Field::kTitle},
    Synonym{"name", Field::kTitle},
    Synonym{"text", Field::kText},
    Synonym{"body", Field::kText},
    Synonym{"articlebody", Field::kText},
    Synonym{"maintext", Field::kText},
    Synonym{"fulltext", Field::kText},
    Synonym{"article", Field::kText},
    Synonym{"content", Field::kText},
    Synonym{"contents", Field::kText},
    Synonym{"date", Field::kDate},
    Synonym{"datepublished", Field::kDate},
    Synonym{"publisheddate", Field::kDate},
    Synonym{"publishdate", Field::kDate},
    Synonym{"publishedat", Field::kDate},
    Synonym{"published", Field::kDate},
    Synonym{"pubdate", Field::kDate},
    Synonym{"datecreated", Field::kDate},
    Synonym{"created", Field::kDate},
    Synonym{"createdat", Field::kDate},
    Synonym{"timestamp", Field::kDate},
    Synonym{"author", Field::kAuthor},
    Synonym{"authors", Field::kAuthor},
    Synonym{"byline", Field::kAuthor},
    Synonym{"creator", Field::kAuthor},
    Synonym{"by", Field::kAuthor},
    Synonym{"source", Field::kPublisher},
    Synonym{"publisher", Field::kPublisher},
    Synonym{"site", Field::kPublisher},
    Synonym{"sitename", Field::kPublisher},
    Synonym{"outlet", Field::kPublisher},
    Synonym{"publication", Field::kPublisher},
    Synonym{"url", Field::kUrl},
    Synonym{"canonicalurl", Field::kUrl},
    Synonym{"link", Field::kUrl},
    Synonym{"permalink", Field::kUrl},
    Synonym{"lang", Field::kLanguage},
    Synonym{"language", Field::kLanguage},
    Synonym{"inlanguage", Field::kLanguage},
    Synonym{"locale", Field::kLanguage},
    Synonym{"place", Field::kPlace},
    Synonym{"location", Field::kPlace},
    Synonym{"dateline", Field::kPlace},
    Synonym{"agency", Field::kAgency},
};

using Names = std::unordered_map<std::string_view, FieldName>;

const Names& names() {
  static const Names kNames = [] {
    Names made;
    for (std::size_t i = 0; i < kSynonyms.size(); ++i) {
      made.emplace(kSynonyms[i].key, FieldName{kSynonyms[i].field, i});
    }
    return made;
  }();
  return kNames;
}

constexpr std::size_t kLongestKey = 20;

void drop_empty(std::vector<std::string>& values) {
  for (std::string& value : values) {
    value = trimmed(value);
  }
  values.erase(std::remove(values.begin(), values.end(), std::string()), values.end());
}

bool is_web_address(std::string_view url) {
  return starts_with_ascii_case(url, "http://") || starts_with_ascii_case(url, "https://");
}

// Titles stand on one line, whatever the record says.
std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace

bool find_field(std::string_view key, FieldName& name) {
  std::array<char, kLongestKey> plain{};
  std::size_t length = 0;
  for (const char c : key) {
    if (c == '_' || c == '-') {
      continue;
    }
    if (length == plain.size()) {
      return false;
    }
    plain[length++] = ascii_lower(c);
  }
  const auto found = names().find(std::string_view(plain.data(), length));
  if (found == names().end()) {
    return false;
  }
  name = found->second;
  return true;
}

void FieldCollector::add(FieldName name, std::vector<std::string>&& values) {
  drop_empty(values);
  Slot& slot = slots_[static_cast<std::size_t>(name.field)];
  if (!values.empty() && (slot.values.empty() || name.rank < slot.rank)) {
    slot.rank = name.rank;
    slot.values = std::move(values);
  }
}

bool FieldCollector::has(Field field) const {
  return !slots_[static_cast<std::size_t>(field)].values.empty();
}

std::string FieldCollector::take(Field field, std::string_view separator) {
  std::vector<std::string>& values = slots_[static_cast<std::size_t>(field)].values;
  std::string joined;
  for (std::string& value : values) {
    if (joined.empty()) {
      joined = std::move(value);
    } else {
      joined += separator;
      joined += value;
    }
  }
  values.clear();
  return joined;
}

RawPage FieldCollector::take_fields(std::string_view from, const ReadContext& context) {
  RawPage page;
  Article& declared = page.declared;
  page.text = take(Field::kText, "\n\n");
  declared.title = one_line(take(Field::kTitle));
  if (looks_like_markup(page.text)) {
    page.text = markup_to_text(page.text);
    declared.title = one_line(markup_to_text(declared.title));
  }
  declared.id = take(Field::kId);
  declared.author = one_line(take(Field::kAuthor));
  declared.publisher = one_line(take(Field::kPublisher));
  declared.place = one_line(take(Field::kPlace));
  declared.agency = one_line(take(Field::kAgency));
  declared.language = normalize_language(take(Field::kLanguage));
  if (!declared.language.empty()) {
    declared.language_from = "declared";
  }
  if (std::string url = take(Field::kUrl); is_web_address(url)) {
    declared.url = std::move(url);
  }
  declared.published =
      parse_date(take(Field::kDate), DateHints{declared.language, context.modified});
  if (declared.published) {
    declared.published->from = from;
  }
  return page;
}

Result<RawPage> FieldCollector::take_page(std::string_view from, const ReadContext& context) {
  RawPage page = take_fields(from, context);
  if (page.text.empty() && page.declared.title.empty()) {
    return fail(ErrorCode::kUnreadable, "neither a text nor a title in it");
  }
  return page;
}

}  // namespace lede
