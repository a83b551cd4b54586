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
  JsonField field;
};

// The order within a field is the order of preference.
constexpr std::array kSynonyms = {
    Synonym{"id", JsonField::kId},
    Synonym{"uid", JsonField::kId},
    Synonym{"guid", JsonField::kId},
    Synonym{"docid", JsonField::kId},
    Synonym{"title", JsonField::kTitle},
    Synonym{"headline", JsonField::kTitle},
    Synonym{"name", JsonField::kTitle},
    Synonym{"text", JsonField::kText},
    Synonym{"body", JsonField::kText},
    Synonym{"articlebody", JsonField::kText},
    Synonym{"maintext", JsonField::kText},
    Synonym{"fulltext", JsonField::kText},
    Synonym{"article", JsonField::kText},
    Synonym{"content", JsonField::kText},
    Synonym{"contents", JsonField::kText},
    Synonym{"date", JsonField::kDate},
    Synonym{"datepublished", JsonField::kDate},
    Synonym{"publisheddate", JsonField::kDate},
    Synonym{"publishdate", JsonField::kDate},
    Synonym{"publishedat", JsonField::kDate},
    Synonym{"published", JsonField::kDate},
    Synonym{"pubdate", JsonField::kDate},
    Synonym{"datecreated", JsonField::kDate},
    Synonym{"created", JsonField::kDate},
    Synonym{"createdat", JsonField::kDate},
    Synonym{"timestamp", JsonField::kDate},
    Synonym{"author", JsonField::kAuthor},
    Synonym{"authors", JsonField::kAuthor},
    Synonym{"byline", JsonField::kAuthor},
    Synonym{"creator", JsonField::kAuthor},
    Synonym{"by", JsonField::kAuthor},
    Synonym{"source", JsonField::kPublisher},
    Synonym{"publisher", JsonField::kPublisher},
    Synonym{"site", JsonField::kPublisher},
    Synonym{"sitename", JsonField::kPublisher},
    Synonym{"outlet", JsonField::kPublisher},
    Synonym{"publication", JsonField::kPublisher},
    Synonym{"url", JsonField::kUrl},
    Synonym{"canonicalurl", JsonField::kUrl},
    Synonym{"link", JsonField::kUrl},
    Synonym{"permalink", JsonField::kUrl},
    Synonym{"lang", JsonField::kLanguage},
    Synonym{"language", JsonField::kLanguage},
    Synonym{"inlanguage", JsonField::kLanguage},
    Synonym{"locale", JsonField::kLanguage},
    Synonym{"place", JsonField::kPlace},
    Synonym{"location", JsonField::kPlace},
    Synonym{"dateline", JsonField::kPlace},
    Synonym{"agency", JsonField::kAgency},
    Synonym{"section", JsonField::kSection},
    Synonym{"articlesection", JsonField::kSection},
    Synonym{"modified", JsonField::kModified},
    Synonym{"datemodified", JsonField::kModified},
    Synonym{"modifiedat", JsonField::kModified},
    Synonym{"modifieddate", JsonField::kModified},
    Synonym{"lastmodified", JsonField::kModified},
    Synonym{"updated", JsonField::kModified},
    Synonym{"updatedat", JsonField::kModified},
    Synonym{"dateupdated", JsonField::kModified},
};

using FieldNames = std::unordered_map<std::string_view, FieldName>;

const FieldNames& names() {
  static const FieldNames kNames = [] {
    FieldNames made;
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

bool FieldCollector::has(JsonField field) const {
  return !slots_[static_cast<std::size_t>(field)].values.empty();
}

std::string FieldCollector::take(JsonField field, std::string_view separator) {
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
  page.text = take(JsonField::kText, "\n\n");
  declared.title = one_line(take(JsonField::kTitle));
  if (looks_like_markup(page.text)) {
    page.text = markup_to_text(page.text);
    declared.title = one_line(markup_to_text(declared.title));
  }
  declared.id = take(JsonField::kId);
  declared.author = one_line(take(JsonField::kAuthor));
  declared.publisher = one_line(take(JsonField::kPublisher));
  declared.place = one_line(take(JsonField::kPlace));
  declared.agency = one_line(take(JsonField::kAgency));
  declared.language = normalize_language(take(JsonField::kLanguage));
  if (!declared.language.empty()) {
    declared.language_from = "declared";
  }
  if (std::string url = take(JsonField::kUrl); is_web_address(url)) {
    declared.url = std::move(url);
  }
  declared.published =
      parse_date(take(JsonField::kDate), DateHints{declared.language, context.modified});
  if (declared.published) {
    declared.published->from = from;
  }
  declared.section = one_line(take(JsonField::kSection));
  declared.modified =
      parse_date(take(JsonField::kModified), DateHints{declared.language, context.modified});
  if (declared.modified) {
    declared.modified->from = from;
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
