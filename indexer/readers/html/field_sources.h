// Where a page can say its fields, and how far each place is trusted: the one table of both.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace lede {

enum class Field : std::uint8_t {
  kTitle,
  kAuthor,
  kPublisher,
  kPublished,
  kModified,
  kSection,
  kLanguage,
  kUrl
};

enum class FieldSource : std::uint8_t {
  kLink,         // <link rel=canonical>
  kHtmlLang,     // <html lang>
  kJsonLd,       // schema.org in JSON-LD
  kMicrodata,    // schema.org in itemprop
  kOpenGraph,    // <meta property="og:…"> and "article:…"
  kMeta,         // <meta name>
  kHeading,      // the first <h1>
  kTitle,        // <title>
  kLowHeading,   // the first <h2>
  kRelAuthor,    // <a rel=author>
  kByline,       // an element that is called the byline
  kTime,         // <time datetime>
  kDateElement,  // an element that is called the date
  kAddress,      // a date in the page's own address
};

struct FieldSourceRule {
  FieldSource source;
  std::string_view name;        // as `extract` shows it
  std::string_view confidence;  // "high", "medium" or "low"
};

// In this order, for every field: the first that says something usable is believed.
inline constexpr std::array kFieldSources = {
    FieldSourceRule{FieldSource::kLink, "link", "high"},
    FieldSourceRule{FieldSource::kHtmlLang, "html-lang", "high"},
    FieldSourceRule{FieldSource::kJsonLd, "json-ld", "high"},
    FieldSourceRule{FieldSource::kMicrodata, "microdata", "high"},
    FieldSourceRule{FieldSource::kOpenGraph, "opengraph", "high"},
    FieldSourceRule{FieldSource::kMeta, "meta", "medium"},
    FieldSourceRule{FieldSource::kHeading, "heading", "medium"},
    FieldSourceRule{FieldSource::kTitle, "title-element", "medium"},
    FieldSourceRule{FieldSource::kLowHeading, "heading", "low"},
    FieldSourceRule{FieldSource::kRelAuthor, "rel-author", "medium"},
    FieldSourceRule{FieldSource::kByline, "byline", "medium"},
    FieldSourceRule{FieldSource::kTime, "time-element", "medium"},
    FieldSourceRule{FieldSource::kDateElement, "date-element", "low"},
    FieldSourceRule{FieldSource::kAddress, "url", "low"},
};

}  // namespace lede
