// Cutting a text into paragraphs and its matches with it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/page/article_text.h"

#include <algorithm>
#include <string>

namespace lede::page {
namespace {

class ParagraphWriter {
 public:
  ParagraphWriter(HtmlWriter& html, std::string_view text, const Marks& marks)
      : html_(html), text_(text), marks_(marks) {}

  void write(std::size_t start, std::size_t end) {
    const auto paragraph = html_.element("p");
    std::size_t at = start;
    for (; next_ < marks_.size() && marks_[next_].first < end; ++next_) {
      const std::size_t from = std::max(marks_[next_].first, at);
      const std::size_t to = std::min(marks_[next_].second, end);
      if (from >= to) {
        continue;
      }
      html_.text(text_.substr(at, from - at));
      // One that goes on in the next paragraph is jumped to where it begins.
      const bool begins = from == marks_[next_].first;
      const std::string id = "m" + std::to_string(next_ + 1);
      html_.element_of("mark", {{"id", begins ? std::string_view(id) : std::string_view()}},
                       text_.substr(from, to - from));
      at = to;
      if (marks_[next_].second > end) {
        break;
      }
    }
    html_.text(text_.substr(at, end - at));
  }

 private:
  HtmlWriter& html_;
  std::string_view text_;
  const Marks& marks_;
  std::size_t next_ = 0;
};

}  // namespace

void write_article_text(HtmlWriter& html, std::string_view text, const Marks& marks) {
  ParagraphWriter paragraphs(html, text, marks);
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", start), text.size());
    if (end > start) {
      paragraphs.write(start, end);
    }
    start = std::min(text.find_first_not_of('\n', end), text.size());
  }
}

}  // namespace lede::page
