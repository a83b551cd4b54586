// Lines that repeat across the articles of one outlet: its menus, notices and calls to subscribe.
// What was learned of them, and how they are taken out of an article.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "common/article.h"
#include "indexer/extract/lines.h"

namespace lede {

// The kind of the zones they become.
inline constexpr const char* kRepeatedKind = "repeated";

// Articles that are compared with each other.
struct Outlet {
  std::string key;   // "host:example.org", "name:harbour tribune", "folder:0:wires"
  std::string name;  // for people: "example.org"
};

struct RepeatedLines {
  std::string outlet;                            // its name
  std::uint32_t articles = 0;                    // that were compared
  std::map<std::uint64_t, std::uint32_t> lines;  // by line_hash: in how many of them
};

using LearnedLines = std::map<std::string, RepeatedLines>;  // by the outlet's key

// What extraction is told of repeated lines.
struct RepeatsKnown {
  const LearnedLines* learned = nullptr;
  Outlet folder;  // of articles that tell neither their address nor their publisher
};

// By the host of `url`, else `publisher`, else `folder`.
[[nodiscard]] Outlet outlet_of(std::string_view url, const std::string& publisher,
                               const Outlet& folder);
[[nodiscard]] Outlet outlet_of(const Article& article, const Outlet& folder);

// What is known of an outlet, or null.
[[nodiscard]] const RepeatedLines* repeats_of(const Outlet& outlet, const RepeatsKnown& known);

// Letter case and blanks do not count.
[[nodiscard]] std::uint64_t line_hash(std::string_view line);

// A few words and no sentence, as menus, buttons and headings are.
[[nodiscard]] bool is_linklike(std::string_view line);

// Takes the lines of `repeated` out, but only at the ends: what is short above the first line of
// running text, and anything below the last line of it that is not repeated itself. A page without
// such running text is left alone. Returns how many lines were taken.
std::size_t take_repeats(Lines& lines, const RepeatedLines& repeated);

// An article with its repeated lines back in its text, as it is learned from.
struct RestoredPage {
  std::string text;
  std::map<std::size_t, std::size_t> places;  // start of a line in `text`: its place in the page
};
[[nodiscard]] RestoredPage restore_repeats(const Article& article);

// Whether other lines are taken out of `article` than were; then they are those of `repeated`,
// which may be null.
[[nodiscard]] bool renew_repeats(Article& article, const RepeatedLines* repeated);

}  // namespace lede
