// Choosing passages one after the other and marking what matched in them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/snippet.h"

#include <algorithm>

#include "searcher/snippet/passage_scorer.h"
#include "searcher/snippet/passage_shaper.h"

namespace lede {
namespace {

// Shorter passages would show nothing but the match.
constexpr std::size_t kLeastBytes = 16;

// How much of a passage's worth may be given up for whole sentences: little of the first one, more
// of those that show again what it shows.
constexpr double kShareOfFirst = 0.75;
constexpr double kShareOfOthers = 0.45;

bool overlaps(const TextMatch& match, const ByteRange& range) {
  return match.start < range.end && match.end > range.start;
}

// The free text around the matches of `window`: up to the passages chosen before.
ByteRange room_around(const ByteRange& core, std::span<const ByteRange> chosen, std::size_t size) {
  ByteRange room{0, size};
  for (const auto& passage : chosen) {
    if (passage.end <= core.start) {
      room.start = std::max(room.start, passage.end);
    } else {
      room.end = std::min(room.end, passage.start);
    }
  }
  return room;
}

Snippet make_snippet(std::string_view text, const ByteRange& passage,
                     std::span<const TextMatch> matches) {
  Snippet snippet;
  snippet.field = "text";
  snippet.start = passage.start;
  snippet.text = text.substr(passage.start, passage.size());
  auto match = std::lower_bound(
      matches.begin(), matches.end(), passage.start,
      [](const TextMatch& candidate, std::size_t at) { return candidate.end <= at; });
  for (; match != matches.end() && overlaps(*match, passage); ++match) {
    const bool whole = match->start >= passage.start && match->end <= passage.end;
    const bool fills = match->start <= passage.start && match->end >= passage.end;
    if (whole || fills) {  // a match cut off at an end is not what matched
      snippet.marks.emplace_back(std::max<std::size_t>(match->start, passage.start) - passage.start,
                                 std::min<std::size_t>(match->end, passage.end) - passage.start);
    }
  }
  return snippet;
}

ByteRange core_of(const MatchWindow& window, std::span<const TextMatch> matches) {
  return {matches[window.first].start, matches[window.last - 1].end};
}

std::vector<ByteRange> choose(std::string_view text, std::span<const TextMatch> matches,
                              std::span<const QueryUnit> units, std::size_t count,
                              std::size_t bytes) {
  std::vector<ByteRange> chosen;
  PassageScorer scorer(matches, units, bytes);
  while (chosen.size() < count) {
    auto window = scorer.best();
    if (!window) {
      break;
    }
    ByteRange core = core_of(*window, matches);
    const ByteRange room = room_around(core, chosen, text.size());
    Passage passage = shape_passage(text, core, room, bytes);
    const double least = (chosen.empty() ? kShareOfFirst : kShareOfOthers) * scorer.score(*window);
    while (!passage.whole && (window = scorer.better_part(*window, least))) {
      const ByteRange part = core_of(*window, matches);
      if (const Passage other = shape_passage(text, part, room, bytes); other.whole) {
        core = part;
        passage = other;
      }
    }
    scorer.take(std::min(core.start, passage.range.start), std::max(core.end, passage.range.end));
    if (passage.range.size() > 0) {
      chosen.push_back(passage.range);
    }
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const ByteRange& a, const ByteRange& b) { return a.start < b.start; });
  return chosen;
}

}  // namespace

std::vector<Snippet> best_passages(std::string_view text, std::span<const TextMatch> matches,
                                   std::span<const QueryUnit> units,
                                   const SnippetOptions& options) {
  const std::size_t bytes = std::max(options.bytes, kLeastBytes);
  std::vector<Snippet> snippets;
  if (options.count == 0) {
    return snippets;
  }
  std::vector<ByteRange> passages = choose(text, matches, units, options.count, bytes);
  if (passages.empty()) {
    const ByteRange whole = trimmed(text, {0, text.size()});
    if (whole.size() == 0) {
      return snippets;
    }
    passages.push_back(shape_passage(text, {whole.start, whole.start}, whole, bytes).range);
  }
  snippets.reserve(passages.size());
  for (const auto& passage : passages) {
    snippets.push_back(make_snippet(text, passage, matches));
  }
  return snippets;
}

}  // namespace lede
