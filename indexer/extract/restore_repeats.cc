// Repeated lines put back into the article they were taken from, and taken out anew.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "indexer/extract/repeats.h"

namespace lede {
namespace {

bool is_repeat(const Zone& zone) { return zone.kind == kRepeatedKind; }

void sort_by_place(std::vector<Zone>& zones) {
  std::stable_sort(zones.begin(), zones.end(),
                   [](const Zone& a, const Zone& b) { return a.start < b.start; });
}

// Lays the lines of an article and its zones out as they stood in the page. How many blanks were
// between two lines of text is not kept, so that a line's place is right but for those.
class PageLayout {
 public:
  explicit PageLayout(std::string_view text) : lines_(text), text_(text) {}

  RestoredPage run(std::vector<Zone> zones) {
    sort_by_place(zones);
    for (const Zone& zone : zones) {
      put_text(zone.start);
      if (is_repeat(zone)) {
        put_zone(zone);
      }
      place_ = std::max(place_, zone.end);
    }
    put_text(std::string::npos);
    return std::move(page_);
  }

 private:
  // The lines of text that fit before the place `end`.
  void put_text(std::size_t end) {
    for (; next_ < lines_.size(); ++next_) {
      const std::string_view line = lines_[next_].text;
      if (place_ + line.size() > end) {
        return;
      }
      const std::string_view gap = gap_before_next();
      page_.text += restored_ ? std::string_view(owes_blank_ ? "\n\n" : "\n") : gap;
      const std::size_t blanks = next_ > 0 ? gap.size() : place_ > 0 ? 2 : 0;
      put_line(line, std::min(place_ + blanks, end - line.size()));
      restored_ = false;
      owes_blank_ = false;
    }
  }

  void put_zone(const Zone& zone) {
    const Lines inside(zone.text);
    const bool blank = gap_before_next().size() > 1;
    for (std::size_t i = 0; i < inside.size(); ++i) {
      if (!page_.text.empty()) {
        const bool here = i == 0 ? blank && zone.start > place_ + 1 : inside[i].after_blank;
        page_.text += here ? "\n\n" : "\n";
        owes_blank_ = blank && !here && (i == 0 || owes_blank_);
      }
      put_line(inside[i].text, zone.start + inside[i].start);
    }
    restored_ = true;
  }

  // What stands between the next line of text and the one before it.
  [[nodiscard]] std::string_view gap_before_next() const {
    if (next_ == 0 || next_ >= lines_.size()) {
      return next_ == 0 ? "" : "\n\n";
    }
    const std::size_t from = lines_[next_ - 1].end;
    return text_.substr(from, lines_[next_].start - from);
  }

  void put_line(std::string_view line, std::size_t place) {
    page_.places[page_.text.size()] = place;
    page_.text += line;
    place_ = place + line.size();
  }

  Lines lines_;
  std::string_view text_;
  RestoredPage page_;
  std::size_t next_ = 0;     // line of the text
  std::size_t place_ = 0;    // in the page
  bool restored_ = false;    // the last line put was a repeated one
  bool owes_blank_ = false;  // the blank line between two lines of text was not put yet
};

// Zones of the restored text as zones of the page.
std::vector<Zone> placed(std::vector<Zone> zones, const RestoredPage& page) {
  for (Zone& zone : zones) {
    const auto last = std::prev(page.places.upper_bound(zone.end - 1));
    zone.end = last->second + (zone.end - last->first);
    zone.start = page.places.at(zone.start);
  }
  return zones;
}

}  // namespace

RestoredPage restore_repeats(const Article& article) {
  return PageLayout(article.text).run(article.zones);
}

bool renew_repeats(Article& article, const RepeatedLines* repeated) {
  const bool had = std::any_of(article.zones.begin(), article.zones.end(), is_repeat);
  const RestoredPage page = restore_repeats(article);
  Lines lines(page.text);
  const bool takes = repeated != nullptr && take_repeats(lines, *repeated) > 0;
  std::string text = had || takes ? lines.untouched_text() : article.text;
  if (text == article.text) {
    return false;
  }
  std::vector<Zone> found = placed(lines.zones(), page);
  article.text = std::move(text);
  std::erase_if(article.zones, is_repeat);
  std::move(found.begin(), found.end(), std::back_inserter(article.zones));
  sort_by_place(article.zones);
  return true;
}

}  // namespace lede
