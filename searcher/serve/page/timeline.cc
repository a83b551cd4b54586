// Drawing the bars, as SVG: heights in style attributes would need a laxer content policy.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/page/timeline.h"

#include <algorithm>

#include "searcher/output/dates.h"
#include "searcher/query/dates.h"
#include "searcher/serve/page/labels.h"

namespace lede::page {
namespace {

constexpr std::size_t kMostBars = 120;
constexpr std::uint64_t kHeight = 100;
constexpr std::uint64_t kLeastHeight = 4;  // of what is not nothing
constexpr std::size_t kStep = 10;          // from one bar to the next
constexpr std::size_t kBarWidth = 8;

DatePrecision precision_of(Interval interval) {
  switch (interval) {
    case Interval::kMonth:
      return DatePrecision::kMonth;
    case Interval::kDay:
      return DatePrecision::kDay;
    case Interval::kYear:
    case Interval::kAuto:
      break;
  }
  return DatePrecision::kYear;
}

std::string period_after(const std::string& period, Interval interval) {
  const auto dates = parse_date_range(period, {});
  return dates && dates->range.to ? date_text(*dates->range.to, precision_of(interval)) : "";
}

std::uint64_t height_of(std::uint64_t count, std::uint64_t most) {
  return count == 0 ? 0 : std::max(kLeastHeight, count * kHeight / most);
}

void write_rectangle(HtmlWriter& html, std::string_view kind, std::size_t x, std::uint64_t height) {
  const bool whole = kind == "target";
  html.void_element("rect", {{"class", kind},
                             {"x", std::to_string(x)},
                             {"y", std::to_string(kHeight - height)},
                             {"width", std::to_string(whole ? kStep : kBarWidth)},
                             {"height", std::to_string(height)}});
}

void write_bar(HtmlWriter& html, const TimelineBar& bar, std::size_t x, std::uint64_t most,
               const PageQuery& query) {
  const std::string label = bar.label + ": " + articles_label(bar.count);
  const auto group = html.element("g", {{"class", "bar"},
                                        {"data-from", bar.from},
                                        {"data-until", bar.until},
                                        {"data-label", bar.label},
                                        {"data-count", std::to_string(bar.count)}});
  if (bar.count == 0) {
    write_rectangle(html, "target", x, kHeight);
    return;
  }
  const auto link = html.element(
      "a", {{"href", search_url(query.with_dates(bar.from, bar.until))}, {"aria-label", label}});
  html.element_of("title", {}, label);
  write_rectangle(html, "target", x, kHeight);
  write_rectangle(html, "count", x + (kStep - kBarWidth) / 2, height_of(bar.count, most));
}

}  // namespace

std::vector<TimelineBar> timeline_bars(const Timeline& timeline) {
  const auto& buckets = timeline.buckets;
  const std::size_t together = (buckets.size() + kMostBars - 1) / kMostBars;
  std::vector<TimelineBar> bars;
  for (std::size_t first = 0; first < buckets.size(); first += together) {
    const std::size_t last = std::min(first + together, buckets.size()) - 1;
    TimelineBar bar;
    bar.from = buckets[first].value;
    bar.until = period_after(buckets[last].value, timeline.interval);
    bar.label = period_label(buckets[first].value);
    if (last > first) {
      bar.label += " – " + period_label(buckets[last].value);
    }
    for (std::size_t i = first; i <= last; ++i) {
      bar.count += buckets[i].count;
    }
    bars.push_back(std::move(bar));
  }
  return bars;
}

void write_timeline(HtmlWriter& html, const Timeline& timeline, const PageQuery& query) {
  const std::vector<TimelineBar> bars = timeline_bars(timeline);
  if (bars.size() < 2) {
    return;
  }
  std::uint64_t most = 1;
  for (const TimelineBar& bar : bars) {
    most = std::max(most, bar.count);
  }
  const auto section =
      html.element("section", {{"class", "timeline"}, {"aria-label", "Articles by time"}});
  {
    const auto frame = html.element("div", {{"class", "chart"}});
    const std::string box = "0 0 " + std::to_string(bars.size() * kStep) + " 100";
    const auto chart = html.element("svg", {{"viewBox", box},
                                            {"preserveAspectRatio", "none"},
                                            {"role", "group"},
                                            {"aria-label", "Bars, one for each time"}});
    for (std::size_t i = 0; i < bars.size(); ++i) {
      write_bar(html, bars[i], i * kStep, most, query);
    }
  }
  const auto axis = html.element("p", {{"class", "axis"}});
  html.element_of("span", {}, bars.front().label);
  html.element_of("span", {{"class", "picked"}, {"role", "status"}}, "");
  html.element_of("span", {}, bars.back().label);
}

}  // namespace lede::page
