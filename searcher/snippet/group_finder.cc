// Three questions, one shape: a stretch of text that has every part, and the parts in it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/group_finder.h"

#include <algorithm>
#include <limits>
#include <map>
#include <span>
#include <tuple>

#include "common/text/sentences.h"

namespace lede {
namespace {

constexpr std::size_t kMaxTries = 100'000;

using Stretch = std::span<const Occurrence>;

bool overlap(const Occurrence& a, const Occurrence& b) {
  return a.first <= b.last && b.first <= a.last;
}

// Whether two parts meet on the same word somewhere.
bool any_shared_word(Stretch by_first) {
  const Occurrence* farthest = nullptr;
  const Occurrence* farthest_of_others = nullptr;  // of other parts than `farthest`
  for (const Occurrence& one : by_first) {
    const Occurrence* before =
        farthest != nullptr && farthest->part != one.part ? farthest : farthest_of_others;
    if (before != nullptr && before->part != one.part && before->last >= one.first) {
      return true;
    }
    if (farthest == nullptr || one.last >= farthest->last) {
      if (farthest != nullptr && farthest->part != one.part) {
        farthest_of_others = farthest;
      }
      farthest = &one;
    } else if (one.part != farthest->part &&
               (farthest_of_others == nullptr || one.last >= farthest_of_others->last)) {
      farthest_of_others = &one;
    }
  }
  return false;
}

// Chooses one occurrence for each part, no two on the same word.
class Chooser {
 public:
  explicit Chooser(std::size_t parts) : parts_(parts) {}

  // Marks in `takes_part` which of the occurrences `among` can be chosen together.
  void choose(Stretch all, std::span<const std::size_t> among, std::vector<bool>& takes_part) {
    by_part_.assign(parts_, {});
    for (const std::size_t one : among) {
      by_part_[all[one].part].push_back(one);
    }
    for (const std::size_t one : among) {
      if (takes_part[one] || tries_ >= kMaxTries) {
        continue;
      }
      chosen_.assign(1, one);
      if (complete(all, 0, all[one].part)) {
        for (const std::size_t chosen : chosen_) {
          takes_part[chosen] = true;
        }
      }
    }
  }

 private:
  bool complete(Stretch all, std::size_t part, std::size_t given) {
    if (part == given) {
      ++part;
    }
    if (part >= parts_) {
      return true;
    }
    for (const std::size_t candidate : by_part_[part]) {
      if (++tries_ > kMaxTries) {
        return false;
      }
      const bool taken = std::any_of(chosen_.begin(), chosen_.end(), [&](std::size_t other) {
        return overlap(all[candidate], all[other]);
      });
      if (taken) {
        continue;
      }
      chosen_.push_back(candidate);
      if (complete(all, part + 1, given)) {
        return true;
      }
      chosen_.pop_back();
    }
    return false;
  }

  std::size_t parts_;
  std::vector<std::vector<std::size_t>> by_part_;
  std::vector<std::size_t> chosen_;
  std::size_t tries_ = 0;
};

bool has_all_parts(Stretch stretch, std::size_t parts) {
  std::vector<bool> seen(parts);
  std::size_t missing = parts;
  for (const Occurrence& one : stretch) {
    missing -= seen[one.part] ? 0U : 1U;
    seen[one.part] = true;
  }
  return missing == 0;
}

// Places: those occurrences whose last word is not before `least` and whose first is within
// `distance` of it. Returns the values of `least`, ascending, for which all parts have a place.
std::vector<std::uint32_t> full_places(Stretch by_first, std::size_t parts,
                                       std::uint32_t distance) {
  std::vector<Occurrence> by_last(by_first.begin(), by_first.end());
  std::sort(by_last.begin(), by_last.end(),
            [](const Occurrence& a, const Occurrence& b) { return a.last < b.last; });
  std::vector<std::uint32_t> full;
  std::vector<std::uint32_t> counts(parts);
  std::size_t missing = parts;
  std::size_t added = 0;
  for (std::size_t i = 0; i < by_last.size(); ++i) {
    const std::uint32_t least = by_last[i].last;
    for (; added < by_first.size() && by_first[added].first <= least + distance; ++added) {
      missing -= counts[by_first[added].part]++ == 0 ? 1U : 0U;
    }
    if (missing == 0 && (full.empty() || full.back() != least)) {
      full.push_back(least);
    }
    missing += --counts[by_last[i].part] == 0 ? 1U : 0U;
  }
  return full;
}

void mark_near(Stretch by_first, std::size_t parts, std::uint32_t distance,
               std::vector<bool>& takes_part) {
  const auto full = full_places(by_first, parts, distance);
  if (!any_shared_word(by_first)) {
    for (std::size_t i = 0; i < by_first.size(); ++i) {
      const std::uint32_t earliest =
          by_first[i].first > distance ? by_first[i].first - distance : 0;
      const auto place = std::lower_bound(full.begin(), full.end(), earliest);
      takes_part[i] = place != full.end() && *place <= by_first[i].last;
    }
    return;
  }
  Chooser chooser(parts);
  std::size_t begin = 0;
  std::vector<std::size_t> inside;
  for (const std::uint32_t least : full) {
    while (by_first[begin].last < least) {
      ++begin;
    }
    inside.clear();
    for (std::size_t i = begin; i < by_first.size() && by_first[i].first <= least + distance; ++i) {
      if (by_first[i].last >= least) {
        inside.push_back(i);
      }
    }
    chooser.choose(by_first, inside, takes_part);
  }
}

// In order: the best chain of parts up to each occurrence and from it on, by how close its ends
// come together.
class ChainMarker {
 public:
  ChainMarker(Stretch by_first, std::size_t parts) : all_(by_first), parts_(parts) {}

  void mark(std::uint32_t distance, std::vector<bool>& takes_part) {
    std::vector<std::int64_t> start(all_.size(), kNever);    // latest end of the first part before
    std::vector<std::int64_t> finish(all_.size(), -kNever);  // earliest start of the last part
    for (std::size_t part = 0; part < parts_; ++part) {
      reach_forward(part, start);
    }
    for (std::size_t part = parts_; part-- > 0;) {
      reach_back(part, finish);
    }
    for (std::size_t i = 0; i < all_.size(); ++i) {
      takes_part[i] =
          start[i] != kNever && finish[i] != -kNever && finish[i] - start[i] <= distance;
    }
  }

 private:
  static constexpr std::int64_t kNever = std::numeric_limits<std::int32_t>::min();

  void reach_forward(std::size_t part, std::vector<std::int64_t>& start) {
    // By last word: the best start of a chain that ends before a position.
    std::map<std::uint32_t, std::int64_t> best;
    for (std::size_t i = 0; part > 0 && i < all_.size(); ++i) {
      if (all_[i].part + 1 == part && start[i] != kNever) {
        auto [at, fresh] = best.try_emplace(all_[i].last, start[i]);
        at->second = std::max(at->second, start[i]);
      }
    }
    std::int64_t so_far = kNever;
    auto next = best.begin();
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].part != part) {
        continue;
      }
      for (; next != best.end() && next->first < all_[i].first; ++next) {
        so_far = std::max(so_far, next->second);
      }
      start[i] = part == 0 ? all_[i].last : so_far;
    }
  }

  void reach_back(std::size_t part, std::vector<std::int64_t>& finish) {
    std::map<std::uint32_t, std::int64_t> best;  // by first word, of chains from there on
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].part == part + 1 && finish[i] != -kNever) {
        auto [at, fresh] = best.try_emplace(all_[i].first, finish[i]);
        at->second = std::min(at->second, finish[i]);
      }
    }
    std::int64_t so_far = -kNever;
    for (auto at = best.rbegin(); at != best.rend(); ++at) {
      so_far = std::min(so_far, at->second);
      at->second = so_far;
    }
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].part != part) {
        continue;
      }
      const auto after = best.upper_bound(all_[i].last);
      const std::int64_t rest = after == best.end() ? -kNever : after->second;
      finish[i] = part + 1 == parts_ ? all_[i].first : rest;
    }
  }

  Stretch all_;
  std::size_t parts_;
};

// Only lines that have all parts are looked at for sentences: a line break ends one.
class SentenceMarker {
 public:
  SentenceMarker(std::string_view text, Stretch by_first, std::size_t parts)
      : text_(text), all_(by_first), parts_(parts), chooser_(parts) {}

  void mark(std::vector<bool>& takes_part) {
    for (std::size_t begin = 0; begin < all_.size();) {
      const std::size_t line_end = std::min(text_.find('\n', all_[begin].start), text_.size());
      const std::size_t end = first_from(begin, line_end);
      if (has_all_parts(all_.subspan(begin, end - begin), parts_)) {
        mark_line(begin, end, line_end, takes_part);
      }
      begin = end;
    }
  }

 private:
  // The first occurrence from `begin` on that does not start before byte `at`; at least the next.
  [[nodiscard]] std::size_t first_from(std::size_t begin, std::size_t at) const {
    std::size_t end = begin + 1;
    while (end < all_.size() && all_[end].start < at) {
      ++end;
    }
    return end;
  }

  void mark_line(std::size_t begin, std::size_t end, std::size_t line_end,
                 std::vector<bool>& takes_part) {
    const std::size_t before = text_.rfind('\n', all_[begin].start);
    const std::size_t line = before == std::string_view::npos ? 0 : before + 1;
    const auto bounds = sentence_bounds(text_.substr(line, line_end - line));
    for (std::size_t i = 1; i < bounds.size() && begin < end; ++i) {
      std::vector<std::size_t> whole;
      for (; begin < end && all_[begin].start < line + bounds[i]; ++begin) {
        if (all_[begin].end <= line + bounds[i]) {  // else it reaches into the next sentence
          whole.push_back(begin);
        }
      }
      mark_sentence(whole, takes_part);
    }
  }

  void mark_sentence(std::span<const std::size_t> whole, std::vector<bool>& takes_part) {
    std::vector<Occurrence> here;
    for (const std::size_t one : whole) {
      here.push_back(all_[one]);
    }
    if (!has_all_parts(here, parts_)) {
      return;
    }
    if (any_shared_word(here)) {
      chooser_.choose(all_, whole, takes_part);
      return;
    }
    for (const std::size_t one : whole) {
      takes_part[one] = true;
    }
  }

  std::string_view text_;
  Stretch all_;
  std::size_t parts_;
  Chooser chooser_;
};

void sort_once(std::vector<Occurrence>& occurrences) {
  std::sort(occurrences.begin(), occurrences.end(), [](const Occurrence& a, const Occurrence& b) {
    return std::tie(a.first, a.part, a.last) < std::tie(b.first, b.part, b.last);
  });
  occurrences.erase(std::unique(occurrences.begin(), occurrences.end()), occurrences.end());
}

}  // namespace

std::vector<Occurrence> standing_together(const QueryUnit& group, std::string_view text,
                                          std::vector<Occurrence> occurrences) {
  const std::size_t parts = group.parts.size();
  if (!has_all_parts(occurrences, parts)) {
    return {};
  }
  sort_once(occurrences);
  std::vector<bool> takes_part(occurrences.size());
  switch (group.kind) {
    case NodeKind::kAdjacent:
      ChainMarker(occurrences, parts).mark(group.distance, takes_part);
      break;
    case NodeKind::kSentence:
      SentenceMarker(text, occurrences, parts).mark(takes_part);
      break;
    default:
      mark_near(occurrences, parts, group.distance, takes_part);
      break;
  }
  std::vector<Occurrence> together;
  for (std::size_t i = 0; i < occurrences.size(); ++i) {
    if (takes_part[i]) {
      together.push_back(occurrences[i]);
    }
  }
  return together;
}

}  // namespace lede
