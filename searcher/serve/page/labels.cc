// Words for values.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/page/labels.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <array>
#include <charconv>
#include <iterator>
#include <vector>

#include "searcher/output/dates.h"

namespace lede::page {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

// The numbers between the dashes.
std::vector<int> parts_of(std::string_view date) {
  std::vector<int> parts;
  while (!date.empty()) {
    const std::string_view part = date.substr(0, date.find('-', 1));
    int number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc() || end != part.data() + part.size()) {
      return {};
    }
    parts.push_back(number);
    date.remove_prefix(std::min(part.size() + 1, date.size()));
  }
  return parts;
}

}  // namespace

std::string number_label(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), 1, ',');
  }
  return digits;
}

std::string articles_label(std::uint64_t count) {
  return number_label(count) + (count == 1 ? " article" : " articles");
}

std::string date_label(std::int64_t instant, DatePrecision precision) {
  return period_label(date_text(instant, std::min(precision, DatePrecision::kDay)));
}

std::string period_label(std::string_view period) {
  const std::vector<int> parts = parts_of(period);
  const bool has_month = parts.size() >= 2 && parts[1] >= 1 && parts[1] <= 12;
  if (!has_month || parts.size() > 3) {
    return std::string(period);
  }
  std::string label(kMonths[static_cast<std::size_t>(parts[1]) - 1]);
  label += " " + std::to_string(parts[0]);
  return parts.size() == 3 ? std::to_string(parts[2]) + " " + label : label;
}

std::string range_label(const DateRange& range) {
  const std::string from = range.from ? date_label(*range.from, DatePrecision::kDay) : "";
  const std::string to = range.to ? date_label(*range.to - 1, DatePrecision::kDay) : "";
  if (from.empty() || to.empty()) {
    return to.empty() ? "from " + from : "until " + to;
  }
  return from == to ? from : from + " – " + to;
}

std::string language_label(const std::string& tag) {
  if (tag.empty()) {
    return {};
  }
  icu::UnicodeString name;
  icu::Locale(tag.c_str()).getDisplayLanguage(icu::Locale::getEnglish(), name);
  std::string label;
  name.toUTF8String(label);
  return label.empty() ? tag : label;
}

std::string_view field_label(FacetField field) {
  switch (field) {
    case FacetField::kPublisher:
      return "Publisher";
    case FacetField::kLanguage:
      return "Language";
    case FacetField::kAuthor:
      return "Author";
    case FacetField::kPlace:
      return "Place";
    case FacetField::kYear:
      return "Year";
    case FacetField::kMonth:
      break;
  }
  return "Month";
}

std::string value_label(FacetField field, const std::string& value) {
  return field == FacetField::kLanguage ? language_label(value) : value;
}

}  // namespace lede::page
