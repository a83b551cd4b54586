// The fields a page declares: from what it says of itself, the surest that is usable.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/meta.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/text/language.h"
#include "indexer/extract/dateline.h"
#include "indexer/extract/dates.h"
#include "indexer/readers/ascii.h"
#include "indexer/readers/html/text.h"

namespace lede {
namespace {

// "Ferry sails | The Tribune" without the site's name at the end or the beginning.
std::string without_site(std::string title, std::string_view site) {
  static constexpr std::array<std::string_view, 8> kSigns = {
      " | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00BB ", " \u00B7 ", " \u2022 "};
  for (const std::string_view sign : kSigns) {
    const std::size_t last = title.rfind(sign);
    if (last != std::string::npos && last > 0 &&
        equals_ascii_case(trimmed(std::string_view(title).substr(last + sign.size())), site)) {
      title.resize(last);
      return title;
    }
    const std::size_t first = title.find(sign);
    if (first != std::string::npos && first + sign.size() < title.size() &&
        equals_ascii_case(trimmed(std::string_view(title).substr(0, first)), site)) {
      return title.substr(first + sign.size());
    }
  }
  return title;
}

// Some tags say "By" themselves.
std::string as_author(std::string_view text) {
  if (is_web_address(text)) {
    return {};
  }
  return std::string(starts_with_ascii_case(text, "by ") ? text.substr(3) : text);
}

std::string as_language(std::string_view text) {
  return normalize_language(text.substr(0, text.find_first_of("_,;")));
}

std::string as_address(std::string_view text) {
  return is_web_address(text) ? std::string(text) : std::string();
}

std::string as_name(std::string_view text) {
  return is_web_address(text) ? std::string() : std::string(text);
}

// The day in an address such as "…/2024/05/31/ferry-sails".
std::optional<PublishedDate> date_in_address(std::string_view url, const DateHints& hints) {
  constexpr std::size_t kLength = 10;  // of "2024/05/31"
  for (std::size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    std::string day(url.substr(at + 1, kLength));
    const std::string_view behind = url.substr(std::min(url.size(), at + 1 + kLength), 1);
    if (day.size() < kLength || (day[4] != '/' && day[4] != '-') || day[7] != day[4] ||
        (!behind.empty() && is_ascii_digit(behind[0]))) {
      continue;
    }
    day[4] = day[7] = '-';
    if (day.find_first_not_of("0123456789-") == std::string::npos) {
      return parse_date(day, hints);
    }
  }
  return std::nullopt;
}

// Believes, field by field, the first source in the table's order that says something usable.
class Judge {
 public:
  Judge(const Findings& found, const ReadContext& context) : found_(found), context_(context) {}

  Article judge() {
    article_.language = text(Field::kLanguage, "language", as_language);
    article_.language_from = article_.language.empty() ? "" : "declared";
    article_.url = text(Field::kUrl, "url", as_address);
    article_.publisher = text(Field::kPublisher, "publisher", as_name);
    article_.title = text(Field::kTitle, "title", [&](std::string_view title) {
      return without_site(std::string(title), article_.publisher);
    });
    article_.author = text(Field::kAuthor, "author", as_author);
    article_.section = text(Field::kSection, "section", as_name);
    article_.published = date(Field::kPublished, "published");
    article_.modified = date(Field::kModified, "modified");
    if (article_.modified && article_.published &&
        article_.modified->instant < article_.published->instant) {
      article_.modified.reset();  // one of them is no such date
    }
    return std::move(article_);
  }

 private:
  template <typename Usable>
  std::string text(Field field, const char* name, const Usable& usable) {
    for (const FieldSourceRule& rule : kFieldSources) {
      for (const Finding& finding : found_.all) {
        if (finding.field != field || finding.source != rule.source) {
          continue;
        }
        std::string value = usable(finding.value);
        if (!value.empty()) {
          remember(name, rule);
          return value;
        }
      }
    }
    return {};
  }

  std::optional<PublishedDate> date(Field field, const char* name) {
    const DateHints hints{article_.language, context_.modified};
    for (const FieldSourceRule& rule : kFieldSources) {
      std::optional<PublishedDate> date;
      for (const Finding& finding : found_.all) {
        if (!date && finding.field == field && finding.source == rule.source) {
          date = date_of(finding, hints);
        }
      }
      if (field == Field::kPublished && rule.source == FieldSource::kAddress) {
        date = date_in_address(article_.url, hints);
      }
      if (date) {
        date->from = rule.name;
        remember(name, rule);
        return date;
      }
    }
    return std::nullopt;
  }

  static std::optional<PublishedDate> date_of(const Finding& finding, const DateHints& hints) {
    if (finding.source != FieldSource::kDateElement) {
      return parse_date(finding.value, hints);
    }
    const std::optional<DateLine> line = read_date_line(finding.value, hints);
    return line && !line->updated ? line->published : std::nullopt;
  }

  void remember(const char* name, const FieldSourceRule& rule) {
    article_.origins.push_back({name, std::string(rule.name), std::string(rule.confidence)});
  }

  const Findings& found_;
  const ReadContext& context_;
  Article article_;
};

// The value after `key` and "=" in the tag or declaration `text`, quotes taken off.
std::string_view value_after(std::string_view text, std::string_view key) {
  const std::string lowered = ascii_lowered(text);
  std::size_t at = lowered.find(key);
  if (at == std::string::npos) {
    return {};
  }
  std::string_view rest = trimmed(text.substr(at + key.size()));
  if (rest.empty() || rest.front() != '=') {
    return {};
  }
  rest = trimmed(rest.substr(1));
  if (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) {
    rest.remove_prefix(1);
  }
  return rest.substr(0, rest.find_first_of("\"'; \t\n\r/>?"));
}

}  // namespace

Article declared_fields(const Findings& found, const ReadContext& context) {
  return Judge(found, context).judge();
}

std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t kSearched = 4096;
  const std::string_view head = bytes.substr(0, kSearched);
  if (head.substr(0, 5) == "<?xml") {
    const std::string_view encoding = value_after(head.substr(0, head.find("?>")), "encoding");
    if (!encoding.empty()) {
      return std::string(encoding);
    }
  }
  for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    if (starts_with_ascii_case(head.substr(at), "<meta")) {
      const std::string_view tag = head.substr(at, head.substr(at).find('>'));
      const std::string_view charset = value_after(tag, "charset");
      if (!charset.empty()) {
        return std::string(charset);
      }
    }
  }
  return {};
}

}  // namespace lede
