// Lines that repeat across the articles of one outlet, and how they are taken out of an article.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/repeats.h"

#include <xxhash.h>

#include <algorithm>
#include <array>

#include "indexer/readers/ascii.h"

namespace lede {
namespace {

// "example.org" of "https://www.example.org:8080/a"; empty where there is none.
std::string host_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) {
    return {};
  }
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const auto user = url.rfind('@'); user != std::string_view::npos) {
    url.remove_prefix(user + 1);
  }
  url = url.substr(0, url.find(':'));
  std::string host;
  for (const char c : url) {
    host += ascii_lower(c);
  }
  return host.starts_with("www.") ? host.substr(4) : host;
}

bool is_list_item(std::string_view line) {
  static constexpr std::array<std::string_view, 7> kSigns = {
      "* ", "- ", "\u2022", "\u2013 ", "\u25AA", "\u25CF", "\u00B7 "};
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [&](std::string_view sign) { return line.starts_with(sign); }) ||
         (digits > 0 && digits < 3 && digits < line.size() &&
          (line[digits] == '.' || line[digits] == ')'));
}

// Which lines are taken out, from the ends inwards.
class EndsOfPage {
 public:
  EndsOfPage(const Lines& lines, const RepeatedLines& repeated)
      : lines_(lines), repeated_(repeated) {}

  // By their index: in how many articles each repeats.
  [[nodiscard]] std::map<std::size_t, std::uint32_t> taken() const {
    std::map<std::size_t, std::uint32_t> taken;
    const std::size_t last = last_own();
    if (last == lines_.size()) {
      return taken;
    }
    for (std::size_t i = 0; i < lines_.size() && !is_running_text(i); ++i) {
      if (is_linklike(lines_[i].text) && is_furniture(i)) {
        taken[i] = count_of(i);
      }
    }
    for (std::size_t i = last + 1; i < lines_.size(); ++i) {
      if (is_furniture(i)) {
        taken[i] = count_of(i);
      }
    }
    return taken;
  }

 private:
  [[nodiscard]] bool is_running_text(std::size_t index) const {
    return lines_.is_text(index) && lines_[index].running;
  }

  // What repeats; but the heading of a list of the page's own ("Sources") belongs to it.
  [[nodiscard]] bool is_furniture(std::size_t index) const {
    if (!lines_.is_text(index) || count_of(index) == 0) {
      return false;
    }
    std::size_t next = index + 1;
    while (next < lines_.size() && !lines_.is_text(next)) {
      ++next;
    }
    return next == lines_.size() || !is_list_item(lines_[next].text) || count_of(next) > 0;
  }

  [[nodiscard]] std::uint32_t count_of(std::size_t index) const {
    const auto found = repeated_.lines.find(line_hash(lines_[index].text));
    return found == repeated_.lines.end() ? 0 : found->second;
  }

  // The last line of running text that is not repeated itself; size() when there is none.
  [[nodiscard]] std::size_t last_own() const {
    for (std::size_t i = lines_.size(); i-- > 0;) {
      if (is_running_text(i) && count_of(i) == 0) {
        return i;
      }
    }
    return lines_.size();
  }

  const Lines& lines_;
  const RepeatedLines& repeated_;
};

std::string reason(std::uint32_t count, const RepeatedLines& repeated) {
  return "repeats in " + std::to_string(count) + " of " + std::to_string(repeated.articles) +
         " articles of " + repeated.outlet;
}

}  // namespace

Outlet outlet_of(std::string_view url, const std::string& publisher, const Outlet& folder) {
  if (std::string host = host_of(url); !host.empty()) {
    return {"host:" + host, host};
  }
  if (const std::string folded = folded_line(publisher); !folded.empty()) {
    return {"name:" + folded, publisher};
  }
  return folder;
}

Outlet outlet_of(const Article& article, const Outlet& folder) {
  return outlet_of(article.url, article.publisher, folder);
}

const RepeatedLines* repeats_of(const Outlet& outlet, const RepeatsKnown& known) {
  if (known.learned == nullptr) {
    return nullptr;
  }
  const auto found = known.learned->find(outlet.key);
  return found == known.learned->end() || found->second.lines.empty() ? nullptr : &found->second;
}

std::uint64_t line_hash(std::string_view line) {
  const std::string folded = folded_line(line);
  const std::string_view text = folded.empty() ? line : std::string_view(folded);
  return XXH3_64bits(text.data(), text.size());
}

bool is_linklike(std::string_view line) {
  constexpr std::size_t kMostBytes = 100;
  constexpr std::size_t kMostWords = 12;
  return line.size() <= kMostBytes && !line.ends_with(',') && !ends_sentence(line) &&
         count_words(line) <= kMostWords;
}

std::size_t take_repeats(Lines& lines, const RepeatedLines& repeated) {
  const auto taken = EndsOfPage(lines, repeated).taken();
  for (auto line = taken.begin(); line != taken.end();) {
    // Neighbours are one zone: its reason is true of all of them.
    auto end = line;
    std::uint32_t fewest = line->second;
    for (std::size_t next = line->first; end != taken.end() && end->first == next; ++end, ++next) {
      fewest = std::min(fewest, end->second);
    }
    const std::string why = reason(fewest, repeated);
    for (; line != end; ++line) {
      lines.take(line->first, kRepeatedKind, why);
    }
  }
  return taken.size();
}

}  // namespace lede
