// Writing overviews.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/overview_text.h"

#include <string_view>

#include "searcher/output/dates.h"
#include "searcher/output/hits_text.h"
#include "searcher/output/terminal_text.h"

namespace lede {
namespace {

constexpr std::size_t kNameColumns = 11;

void append_line(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(kNameColumns - name.size(), ' ').append(printable(value)).append("\n");
}

void append_dates(std::string& out, const QueryNode& node, const TimeZone& zone) {
  if (node.kind == NodeKind::kDates) {
    std::string range = node.dates.from ? "from " + instant_text(*node.dates.from, zone) : "";
    if (node.dates.to) {
      range.append(range.empty() ? "" : " ")
          .append("before ")
          .append(instant_text(*node.dates.to, zone));
    }
    append_line(out, "dates", range.empty() ? "any" : range + " (" + zone.name() + ")");
  }
  for (const auto& child : node.children) {
    append_dates(out, child, zone);
  }
}

}  // namespace

std::string stats_text(const IndexStats& stats) {
  std::string out;
  append_line(out, "articles", grouped(stats.documents));
  std::string languages;
  for (const auto& [tag, articles] : stats.languages) {
    languages.append(languages.empty() ? "" : ", ");
    languages.append(tag == "und" ? "unknown" : tag).append(" ").append(grouped(articles));
  }
  append_line(out, "languages", languages.empty() ? "none" : languages);
  if (stats.oldest && stats.newest) {
    append_line(out, "published",
                date_text(*stats.oldest, DatePrecision::kDay) + " to " +
                    date_text(*stats.newest, DatePrecision::kDay));
  }
  append_line(out, "revision", stats.revision);
  append_line(out, "schema", stats.schema);
  append_line(out, "analyzer", stats.analyzer);
  return out;
}

std::string parsed_text(const std::string& query, const ParsedQuery& parsed) {
  std::string out;
  append_line(out, "query", query);
  append_line(out, "tree", parsed.empty ? "(nothing to search for)" : to_string(parsed.root));
  append_dates(out, parsed.root, parsed.zone);
  for (const auto& warning : parsed.warnings) {
    append_line(
        out, "warning",
        warning.message + " (" + warning.code + " at byte " + std::to_string(warning.at) + ")");
  }
  return out;
}

}  // namespace lede
