// The lines of a page as read, and which of them extraction has taken out and why.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace lede {

struct Line {
  std::string_view text;  // without blanks at its ends; never empty
  std::size_t start = 0;  // in the page
  std::size_t end = 0;
  bool after_blank = false;    // a blank line stands before it
  bool running = false;        // running text, also where that is broken to a width
  const char* kind = nullptr;  // of the zone it was taken into, or null: it is text
  std::string why;
};

// A page cut into its lines; blank ones are only remembered as such. Views into the page given.
class Lines {
 public:
  explicit Lines(std::string_view page);

  [[nodiscard]] std::size_t size() const { return lines_.size(); }
  [[nodiscard]] const Line& operator[](std::size_t index) const { return lines_[index]; }
  [[nodiscard]] bool is_text(std::size_t index) const { return lines_[index].kind == nullptr; }

  // Takes a line out as a zone, unless it is out already. `kind` must live for ever.
  void take(std::size_t index, const char* kind, std::string_view why);
  void give_back(std::size_t index) { lines_[index].kind = nullptr; }

  // The first line of running text, where the story starts; size() when there is none.
  [[nodiscard]] std::size_t first_prose() const { return first_prose_; }

  // What is left: paragraphs by blank lines.
  [[nodiscard]] std::string text() const;

  // What is left, and all else as it was: of a page that is to be kept but for a few lines.
  [[nodiscard]] std::string untouched_text() const;

  // What was taken out, neighbours of one kind as one.
  [[nodiscard]] std::vector<Zone> zones() const;

 private:
  void mark_running();
  [[nodiscard]] bool runs_on(std::size_t index) const;
  [[nodiscard]] bool starts_wrapped_paragraph(std::size_t index) const;

  std::string_view page_;
  std::vector<Line> lines_;
  std::size_t first_prose_ = 0;
  bool wrapped_ = false;  // lines were broken to a width, so a line is not a paragraph
};

// Running text: long, or a sentence of some words with its full stop.
[[nodiscard]] bool is_prose(std::string_view line);

// Whether the line ends as a sentence does: with a full stop, quotes and brackets after it aside.
[[nodiscard]] bool is_sentence_end(std::string_view line);

// Whether it ends as a sentence or a question does; a colon ends none.
[[nodiscard]] bool ends_sentence(std::string_view line);

// How much a line says, in words; scripts without blanks between words are estimated.
[[nodiscard]] std::size_t count_words(std::string_view line);

// Case folded, blanks collapsed, for comparison with phrases. Empty for a line too long to be one.
[[nodiscard]] std::string folded_line(std::string_view line);

}  // namespace lede
