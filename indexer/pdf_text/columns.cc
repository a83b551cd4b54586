// The words of a printed page in the order they are read in: columns one after the other.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/pdf_text/columns.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace lede {
namespace {

using Texts = std::vector<PlacedText>;

// In heights of a line:
constexpr double kWordGap = 1.2;       // wider ones divide a line: columns, table cells
constexpr double kGutter = 0.8;        // white between columns is at least so wide
constexpr double kParagraphGap = 0.5;  // white between paragraphs is at least so high,
constexpr double kAgainstUsual = 1.6;  // and so much higher than that between the lines
constexpr double kIndent = 0.8;        // of a paragraph's first line

constexpr double kNarrowest = 0.15;  // a column's part of the width: bullets are none
constexpr std::size_t kFewest = 3;   // lines of a column

double height(const PlacedText& text) { return text.bottom - text.top; }

double median(std::vector<double> values) {
  if (values.empty()) {
    return 0;
  }
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double usual_height(const Texts& texts) {
  std::vector<double> heights;
  std::transform(texts.begin(), texts.end(), std::back_inserter(heights), height);
  return median(std::move(heights));
}

bool on_one_line(const PlacedText& a, const PlacedText& b) {
  const double shared = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return shared > 0.5 * std::min(height(a), height(b));
}

void append(PlacedText& line, const PlacedText& word) {
  line.text += " " + word.text;
  line.left = std::min(line.left, word.left);
  line.right = std::max(line.right, word.right);
  line.top = std::min(line.top, word.top);
  line.bottom = std::max(line.bottom, word.bottom);
}

// Words that stand close on one line put together.
Texts lines_of(Texts words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const auto& a, const auto& b) { return a.left < b.left; });
  Texts lines;
  for (PlacedText& word : words) {
    const auto line = std::find_if(lines.rbegin(), lines.rend(), [&](const PlacedText& open) {
      const double gap = word.left - open.right;
      const double most = kWordGap * std::min(height(open), height(word));
      return gap < most && gap > -most && on_one_line(open, word);
    });
    if (line != lines.rend()) {
      append(*line, word);
    } else {
      lines.push_back(std::move(word));
    }
  }
  return lines;
}

struct Gap {
  double from = 0;
  double to = 0;
  [[nodiscard]] double size() const { return to - from; }
};

// The white between texts that are projected to one side, in order.
template <typename Begin, typename End>
std::vector<Gap> gaps_of(Texts& texts, Begin begin, End end) {
  std::sort(texts.begin(), texts.end(),
            [&](const auto& a, const auto& b) { return begin(a) < begin(b); });
  std::vector<Gap> gaps;
  double reached = texts.empty() ? 0 : end(texts.front());
  for (const PlacedText& text : texts) {
    if (begin(text) > reached) {
      gaps.push_back({reached, begin(text)});
    }
    reached = std::max(reached, end(text));
  }
  return gaps;
}

class Page {
 public:
  explicit Page(double line_height) : line_height_(line_height) {}

  void read(Texts lines) {
    if (const auto gutter = find_gutter(lines)) {
      cut(std::move(lines), [&](const PlacedText& line) { return line.right <= gutter->from; });
    } else if (const auto gap = find_break(lines)) {
      cut(std::move(lines), [&](const PlacedText& line) { return line.bottom <= gap->from; });
    } else {
      write(std::move(lines));
    }
  }

  std::string take() { return std::move(text_); }

 private:
  template <typename First>
  void cut(Texts lines, First&& first) {
    const auto middle = std::stable_partition(lines.begin(), lines.end(), first);
    Texts rest(std::make_move_iterator(middle), std::make_move_iterator(lines.end()));
    lines.erase(middle, lines.end());
    read(std::move(lines));
    read(std::move(rest));
  }

  [[nodiscard]] std::optional<Gap> find_gutter(Texts& lines) const {
    if (lines.size() < 2 * kFewest) {
      return std::nullopt;
    }
    const auto gaps = gaps_of(
        lines, [](const auto& t) { return t.left; }, [](const auto& t) { return t.right; });
    const double left = lines.front().left;
    double right = left;
    for (const PlacedText& line : lines) {
      right = std::max(right, line.right);
    }
    const double narrowest = kNarrowest * (right - left);
    for (const Gap& gap : gaps) {
      const auto before = static_cast<std::size_t>(
          std::count_if(lines.begin(), lines.end(),
                        [&](const PlacedText& line) { return line.right <= gap.from; }));
      if (gap.size() >= kGutter * line_height_ && gap.from - left >= narrowest &&
          right - gap.to >= narrowest && before >= kFewest && lines.size() - before >= kFewest) {
        return gap;
      }
    }
    return std::nullopt;
  }

  // The highest white that runs from side to side, if it is no usual space between lines.
  [[nodiscard]] std::optional<Gap> find_break(Texts& lines) const {
    const auto gaps = gaps_of(
        lines, [](const auto& t) { return t.top; }, [](const auto& t) { return t.bottom; });
    if (gaps.empty()) {
      return std::nullopt;
    }
    std::vector<double> sizes;
    std::transform(gaps.begin(), gaps.end(), std::back_inserter(sizes),
                   [](const Gap& gap) { return gap.size(); });
    const auto highest = std::max_element(
        gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.size() < b.size(); });
    const bool alone = gaps.size() < 3;  // nothing to tell what is usual
    const bool breaks = highest->size() >= kParagraphGap * line_height_ &&
                        (alone || highest->size() >= kAgainstUsual * median(std::move(sizes)));
    return breaks ? std::optional<Gap>(*highest) : std::nullopt;
  }

  void write(Texts lines) {
    std::sort(lines.begin(), lines.end(), is_before_by_top);
    double left = lines.empty() ? 0 : lines.front().left;
    for (const PlacedText& line : lines) {
      left = std::min(left, line.left);
    }
    if (!text_.empty()) {
      text_ += '\n';
    }
    bool indented = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool same_line = i > 0 && on_one_line(lines[i - 1], lines[i]);
      const bool is_indented = lines[i].left > left + kIndent * line_height_;
      if (same_line) {
        text_.back() = ' ';
      } else if (i > 0 && is_indented && !indented) {
        text_ += '\n';
      }
      indented = same_line ? indented : is_indented;
      text_ += lines[i].text + '\n';
    }
  }

  static bool is_before_by_top(const PlacedText& a, const PlacedText& b) {
    const double a_middle = a.top + a.bottom;
    const double b_middle = b.top + b.bottom;
    return a_middle != b_middle ? a_middle < b_middle : a.left < b.left;
  }

  double line_height_;
  std::string text_;
};

}  // namespace

std::string in_reading_order(std::vector<PlacedText> words) {
  Texts lines = lines_of(std::move(words));
  Page page(usual_height(lines));
  page.read(std::move(lines));
  return page.take();
}

}  // namespace lede
