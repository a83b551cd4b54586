// Laying out hits.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/hits_text.h"

#include <unicode/uchar.h>

#include <array>
#include <cstdio>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "searcher/output/dates.h"
#include "searcher/output/marked_lines.h"
#include "searcher/output/place_text.h"
#include "searcher/output/terminal_text.h"

namespace lede {
namespace {

constexpr std::string_view kEllipsis = "\u2026";
constexpr std::string_view kDot = " \u00B7 ";

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const auto& part : parts) {
    if (!part.empty()) {
      out.append(out.empty() ? "" : between).append(part);
    }
  }
  return out;
}

std::string facts_of(const Hit& hit) {
  return joined({hit.published ? date_text(*hit.published) : "",
                 joined({hit.publisher, hit.agency}, " / "), hit.language},
                kDot);
}

bool starts_inside_sentence(std::string_view text) {
  return !text.empty() && u_islower(static_cast<UChar32>(decode(text, 0).value)) != 0;
}

// Whether the last letter or mark says that a sentence is over, whatever quotation marks follow.
bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    const auto last = static_cast<UChar32>(decode_before(text, text.size()));
    const int type = u_charType(last);
    const bool closing = last == '"' || last == '\'' || type == U_END_PUNCTUATION ||
                         type == U_FINAL_PUNCTUATION || type == U_INITIAL_PUNCTUATION;
    if (!closing) {
      return u_hasBinaryProperty(last, UCHAR_S_TERM) != 0 || last == 0x2026;
    }
    text.remove_suffix(text.size() - floor_boundary(text, text.size() - 1));
  }
  return true;
}

// A passage with dots where the article goes on.
MarkedText passage_of(const Snippet& snippet) {
  MarkedText passage = printable(snippet.text, snippet.marks);
  if (snippet.start > 0 && starts_inside_sentence(passage.text)) {
    const std::string lead = std::string(kEllipsis) + " ";
    passage.text.insert(0, lead);
    for (auto& [from, to] : passage.marks) {
      from += lead.size();
      to += lead.size();
    }
  }
  if (!ends_sentence(passage.text)) {
    passage.text.append(" ").append(kEllipsis);
  }
  return passage;
}

std::string decimals(double number) {
  std::array<char, 32> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.4f", number);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

// "harbour: stem harbour, 3 times, in 12 articles"
std::string description_of(const ExplainedPart& part) {
  std::string text = joined(part.words, " + ");
  text += (text.empty() ? "" : ": ") + part.kind;
  if (part.terms.size() == 1) {
    text += " " + part.terms.front() + ", tf " + grouped(part.tf) + ", df " + grouped(part.df);
  }
  return text;
}

class HitWriter {
 public:
  HitWriter(const TerminalStyle& style, std::size_t last_rank)
      : style_(style),
        paint_{style.color},
        rank_width_(std::to_string(last_rank).size()),
        indent_(rank_width_ + 2, ' ') {}

  std::string text(const Hit& hit, std::size_t rank) {
    out_.clear();
    const std::string number = std::to_string(rank);
    out_.append(rank_width_ - number.size(), ' ');
    out_.append(paint_.quiet()).append(number).append(".").append(paint_.plain()).append(" ");
    write_title(hit);
    write_wrapped({printable(facts_of(hit)), {}}, paint_.quiet(), true);
    if (!hit.missing_words.empty()) {
      write_wrapped({printable("without: " + joined(hit.missing_words, ", ")), {}}, paint_.quiet(),
                    true);
    }
    for (const auto& snippet : hit.snippets) {
      write_wrapped(passage_of(snippet), "", true);
    }
    if (hit.explanation) {
      write_explanation(hit.score, *hit.explanation);
    }
    if (const std::string place = place_text(hit, style_); !place.empty()) {
      out_.append(indent_).append(place).append("\n");
    }
    return std::move(out_);
  }

 private:
  void write_title(const Hit& hit) {
    MarkedText title = printable(hit.title, hit.title_marks);
    if (title.text.empty()) {
      title.text = "(no title)";
    }
    write_wrapped(title, paint_.title(), false);
  }

  // One line a part, the weights below each other.
  void write_explanation(double score, const Explanation& explanation) {
    const std::string total = decimals(score);
    const std::string length = "score, length " + grouped(explanation.length) + ", average " +
                               grouped(static_cast<std::uint64_t>(explanation.average_length));
    write_weight(total, total.size(), length);
    for (const ExplainedPart& part : explanation.parts) {
      write_weight(decimals(part.weight), total.size(), description_of(part));
    }
  }

  void write_weight(const std::string& weight, std::size_t columns, const std::string& text) {
    const std::string padding(columns - std::min(columns, weight.size()), ' ');
    const std::string margin(indent_.size() + columns + 2, ' ');
    const std::size_t width = style_.width - std::min(style_.width - 2, margin.size());
    std::string before = indent_ + padding + weight + "  ";
    const std::string shown = printable(text);
    for (const auto& line : wrap_lines(shown, width)) {
      out_.append(paint_.quiet()).append(before);
      out_.append(shown, line.first, line.second - line.first);
      out_.append(paint_.plain()).append("\n");
      before = margin;
    }
  }

  void write_wrapped(const MarkedText& text, std::string_view look, bool indent_first) {
    const std::size_t width = style_.width - std::min(style_.width, indent_.size());
    bool first = true;
    for (const auto& line : wrap_lines(text.text, width)) {
      out_.append(first && !indent_first ? "" : indent_);
      append_marked(out_, text, line, {look, paint_.match(), paint_.plain()});
      out_.append("\n");
      first = false;
    }
  }

  const TerminalStyle& style_;
  Paint paint_;
  std::size_t rank_width_;
  std::string indent_;
  std::string out_;
};

std::string milliseconds(double took) {
  std::array<char, 32> buffer{};
  const int length =
      std::snprintf(buffer.data(), buffer.size(), took < 100 ? "%.1f" : "%.0f", took);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string total_of(const SearchResponse& response) {
  return (response.total_exact ? "" : "at least ") + grouped(response.total) +
         (response.total == 1 && response.total_exact ? " article" : " articles");
}

std::string count_of(const SearchResponse& response, std::size_t first_rank) {
  std::string total = total_of(response);
  if (response.hits.empty()) {
    return response.total == 0 ? "no articles" : "none of " + total + " from here on";
  }
  if (response.total_exact && first_rank == 1 && response.hits.size() == response.total) {
    return total;
  }
  const std::size_t last = first_rank + response.hits.size() - 1;
  return (response.hits.size() == 1 ? grouped(last)
                                    : grouped(first_rank) + "\u2013" + grouped(last)) +
         " of " + total;
}

}  // namespace

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) {
    digits.insert(i - 3, ",");
  }
  return digits;
}

std::string hits_text(const SearchResponse& response, std::size_t first_rank,
                      const TerminalStyle& style) {
  std::string out;
  HitWriter writer(style, first_rank + response.hits.size() - 1);
  for (std::size_t i = 0; i < response.hits.size(); ++i) {
    out.append(i == 0 ? "" : "\n").append(writer.text(response.hits[i], first_rank + i));
  }
  return out;
}

std::string summary_text(const SearchResponse& response, std::size_t first_rank) {
  return count_of(response, first_rank) + std::string(kDot) + milliseconds(response.took_ms) +
         " ms\n" + warnings_text(response);
}

std::string counted_text(const SearchResponse& response) {
  return (response.total == 0 ? "no articles" : total_of(response)) + std::string(kDot) +
         milliseconds(response.took_ms) + " ms\n" + warnings_text(response);
}

std::string warnings_text(const SearchResponse& response) {
  std::string out;
  if (response.relaxed) {
    out += "some articles lack words: they say \"without\"\n";
  }
  if (response.partial) {
    out += "the time limit passed: these are the articles found until then\n";
  }
  for (const auto& warning : response.warnings) {
    out += "warning: " + printable(warning.message) + "\n";
  }
  if (const auto& meant = response.did_you_mean) {
    out += "did you mean: " + printable(meant->query) + " (" +
           (meant->total_exact ? "" : "at least ") + grouped(meant->total) + ")\n";
  }
  return out;
}

}  // namespace lede
