// One line a value: the name, the count, and a bar as long as there is room for.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/facets_text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "searcher/output/hits_text.h"
#include "searcher/output/terminal_text.h"

namespace lede {
namespace {

constexpr std::string_view kBlock = "\u2588";
constexpr std::string_view kCutOff = "\u2026";
constexpr std::size_t kLongestBar = 30;
constexpr std::size_t kShortestBar = 5;

struct FacetRow {
  std::string name;
  std::uint64_t count = 0;
  bool bar = true;  // the last row of what is missing has none
};

std::string fitted(const std::string& name, std::size_t width) {
  if (display_width(name) <= width) {
    return name;
  }
  const auto lines = wrap_lines(name, std::max<std::size_t>(width - 1, 2));
  return name.substr(0, lines.front().second).append(kCutOff);
}

class Block {
 public:
  explicit Block(const TerminalStyle& style) : paint_{style.color}, width_(style.width) {}

  std::string text(std::string_view heading, const std::vector<FacetRow>& rows,
                   std::uint64_t more) {
    measure(rows);
    std::string out;
    out.append(paint_.title()).append(heading).append(paint_.plain()).append("\n");
    for (const FacetRow& row : rows) {
      if (!row.bar) {
        write_rest(out, more);
        more = 0;
      }
      write(out, row);
    }
    write_rest(out, more);
    return out;
  }

 private:
  void write_rest(std::string& out, std::uint64_t more) const {
    if (more > 0) {
      out.append("  ").append(paint_.quiet()).append("and ").append(grouped(more)).append(" more");
      out.append(paint_.plain()).append("\n");
    }
  }

  void measure(const std::vector<FacetRow>& rows) {
    for (const FacetRow& row : rows) {
      name_width_ = std::max(name_width_, display_width(row.name));
      count_width_ = std::max(count_width_, grouped(row.count).size());
      most_ = std::max(most_, row.bar ? row.count : 0);
    }
    const std::size_t around = 2 + 2 + count_width_ + 1;  // indent and gaps
    const std::size_t room = width_ - std::min(width_, around);
    name_width_ = std::min(name_width_, room - std::min(room, kShortestBar));
    name_width_ = std::max<std::size_t>(name_width_, 3);
    bar_width_ = std::min(kLongestBar, room - std::min(room, name_width_));
  }

  void write(std::string& out, const FacetRow& row) const {
    const std::string name = fitted(row.name, name_width_);
    const std::string count = grouped(row.count);
    out.append("  ").append(row.bar ? "" : paint_.quiet()).append(name);
    out.append(name_width_ - std::min(name_width_, display_width(name)) + 2, ' ');
    out.append(count_width_ - std::min(count_width_, count.size()), ' ').append(count);
    if (row.bar && row.count > 0 && bar_width_ > 0) {
      out.append(" ").append(paint_.place());
      const std::uint64_t blocks = (row.count * bar_width_ + most_ - 1) / most_;
      for (std::uint64_t i = 0; i < blocks; ++i) {
        out.append(kBlock);
      }
    }
    out.append(paint_.plain()).append("\n");
  }

  Paint paint_;
  std::size_t width_;
  std::size_t name_width_ = 0;
  std::size_t count_width_ = 0;
  std::size_t bar_width_ = 0;
  std::uint64_t most_ = 0;
};

std::vector<FacetRow> rows_of(const std::vector<FacetValue>& values, std::uint64_t missing) {
  std::vector<FacetRow> rows;
  rows.reserve(values.size() + 1);
  for (const FacetValue& value : values) {
    rows.push_back({printable(value.value), value.count});
  }
  if (missing > 0 || rows.empty()) {
    rows.push_back({"(none)", missing, false});
  }
  return rows;
}

}  // namespace

std::string facets_text(std::span<const Facet> facets, const std::optional<Timeline>& timeline,
                        const TerminalStyle& style) {
  std::string out;
  for (const Facet& facet : facets) {
    out.append(out.empty() ? "" : "\n");
    out += Block(style).text(facet_name(facet.field), rows_of(facet.values, facet.missing),
                             facet.more);
  }
  if (timeline) {
    out.append(out.empty() ? "" : "\n");
    out += Block(style).text("by " + std::string(interval_name(timeline->interval)),
                             rows_of(timeline->buckets, timeline->missing), 0);
  }
  return out;
}

}  // namespace lede
