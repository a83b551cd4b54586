// Signs, hyphens and white space around the words of a chunk.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/news_tokens.h"

#include <algorithm>
#include <utility>

#include "common/text/chunk_segments.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "common/text/word_class.h"
#include "common/text/word_split.h"

namespace lede {

namespace {

// Longer joined forms are given up while they are put together: see kMaxTerm.
constexpr std::size_t kMaxJoined = 4 * kMaxTerm;

// Words that are being put together: a hyphenated one, or a tag.
struct Growing {
  std::string typed;
  std::uint32_t position = 0;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t words = 0;
  std::uint32_t chunk = 0;
  std::uint32_t parts = 0;  // segments it is made of
  bool letters = false;     // not numbers alone
  bool valid = true;
};

class ChunkTokens {
 public:
  ChunkTokens(std::string_view chunk, std::span<const std::uint32_t> ends)
      : chunk_(chunk), segments_(chunk_segments(chunk, ends)) {}

  NewsTokens take() {
    for (next_ = 0; next_ < segments_.size();) {
      const ChunkSegment& segment = segments_[next_];
      if (segment.word) {
        add_word_segment(next_);
        continue;
      }
      out_.chunks += segment.white ? 1U : 0U;
      ++next_;
    }
    close_compound();
    close_tag();
    const auto before = [](const NewsToken& a, const NewsToken& b) {
      return a.position < b.position;
    };
    if (!std::is_sorted(out_.tokens.begin(), out_.tokens.end(), before)) {
      std::stable_sort(out_.tokens.begin(), out_.tokens.end(), before);
    }
    return std::move(out_);
  }

 private:
  // The sign at `index`, or 0 where there is none.
  [[nodiscard]] char32_t sign(std::size_t index) const {
    return index < segments_.size() && !segments_[index].word ? segments_[index].sign : 0;
  }
  [[nodiscard]] char32_t sign_before(std::size_t index) const {
    return index > 0 ? sign(index - 1) : 0;
  }

  // A word of a dictionary is one word, whatever it looks like.
  [[nodiscard]] SplitSegment whole_segment(const ChunkSegment& segment) const {
    SplitSegment split;
    SplitWord word;
    word.start = segment.start;
    word.end = segment.end;
    word.typed = chunk_.substr(segment.start, segment.end - segment.start);
    word.bare = word.typed;
    split.words.push_back(std::move(word));
    split.compoundable = false;
    split.name_words = 1;
    split.name_end = segment.end;
    return split;
  }

  // Leaves `next_` after all that belongs to the word.
  void add_word_segment(std::size_t index) {
    const ChunkSegment& segment = segments_[index];
    next_ = index + 1;
    if (segment.dictionary) {
      emit(whole_segment(segment), index);
      return;
    }
    SplitSegment split = split_segment(chunk_, segment.start, segment.end);
    if (split.words.empty()) {
      return;
    }
    take_final_dot(split);
    take_possessive(split);
    add_money(split, index);
    emit(split, index);
  }

  void take_final_dot(SplitSegment& split) {
    if (split.dotted_acronym && sign(next_) == U'.') {
      split.words.back().end = segments_[next_].end;
      ++next_;
    }
  }

  // ICU parts "'s" from digits and from dots: "F-16's", "U.S.'s".
  void take_possessive(SplitSegment& split) {
    SplitWord& word = split.words.back();
    const bool parted = split.dotted_acronym || word.number;
    if (!parted || !is_apostrophe(sign(next_)) || next_ + 1 >= segments_.size()) {
      return;
    }
    const ChunkSegment& s = segments_[next_ + 1];
    const std::string_view letter = chunk_.substr(s.start, s.end - s.start);
    if (letter == "s" || letter == "S") {
      word.alternates.push_back({word.typed + "'s", false, false});
      word.end = s.end;
      next_ += 2;
    }
  }

  // "$735", "735€" and "735%" are other ways to type 735.
  void add_money(SplitSegment& split, std::size_t index) {
    const auto is_currency = [](char32_t c) {
      return c != 0 && CharTable::instance()[c].has(CharInfo::kCurrency);
    };
    const auto add = [](SplitWord& word, std::string typed) {
      word.alternates.push_back({std::move(typed), false, false});
    };
    const char32_t before = sign_before(index);
    SplitWord& first = split.words.front();
    if (first.number && is_currency(before)) {
      std::string symbol;
      append_utf8(symbol, before);
      add(first, symbol + first.typed);
    }
    SplitWord& last = split.words.back();
    const char32_t after = sign(next_);
    if (last.number && is_currency(after) && !is_currency(before)) {
      std::string symbol;
      append_utf8(symbol, after);
      add(last, symbol + last.typed);
    }
    if (last.number && (after == U'%' || after == U'\uFF05' || after == U'\u066A')) {
      add(last, last.typed + "%");
    }
  }

  void emit(const SplitSegment& split, std::size_t index) {
    const std::uint32_t base = out_.words;
    grow_compound(split, index);
    grow_tag(split, index);
    for (const SplitWord& word : split.words) {
      NewsToken token;
      token.start = word.start;
      token.end = word.end;
      token.position = out_.words++;
      token.chunk = out_.chunks - 1;
      token.dictionary = segments_[index].dictionary;
      token.typed = word.typed;
      out_.tokens.push_back(token);
      token.kind = TokenKind::kAlternate;
      for (const WordAlternate& alternate : word.alternates) {
        token.acronym = alternate.acronym;
        token.unless_shouting = alternate.unless_shouting;
        token.typed = alternate.typed;
        out_.tokens.push_back(token);
      }
    }
    for (const WordJoin& join : split.joins) {
      const SplitWord& first = split.words[join.first];
      const SplitWord& last = split.words[join.first + join.count - 1];
      push_joined(
          {join.typed, base + join.first, first.start, last.end, join.count, out_.chunks - 1});
    }
    last_end_ = split.words.back().end;
  }

  void push_joined(Growing joined) {
    NewsToken token;
    token.kind = joined.words > 1 ? TokenKind::kJoined : TokenKind::kAlternate;
    token.start = joined.start;
    token.end = joined.end;
    token.position = joined.position;
    token.words = joined.words;
    token.chunk = joined.chunk;
    token.typed = std::move(joined.typed);
    out_.tokens.push_back(std::move(token));
  }

  // "long-range": parts with one hyphen between them and no space.
  void grow_compound(const SplitSegment& split, std::size_t index) {
    const bool continues = compound_.parts > 0 && is_hyphen(sign_before(index)) &&
                           segments_[index - 1].start == last_end_;
    if (!continues) {
      close_compound();
      compound_.position = out_.words + split.elided;
      compound_.chunk = out_.chunks - 1;
      compound_.start = split.words[split.elided].start;
    }
    const std::size_t skipped = continues ? 0 : split.elided;
    for (std::size_t i = skipped; i < split.words.size(); ++i) {
      compound_.letters = compound_.letters || !split.words[i].number;
      ++compound_.words;
      if (compound_.typed.size() <= kMaxJoined) {
        compound_.typed += split.words[i].bare;
      }
    }
    compound_.end = split.words.back().end;
    compound_.valid = compound_.valid && split.compoundable;
    ++compound_.parts;
  }

  void close_compound() {
    if (compound_.valid && compound_.letters && compound_.parts >= 2 && compound_.parts <= 3 &&
        compound_.words > 1 && compound_.typed.size() <= kMaxJoined) {
      push_joined(std::move(compound_));
    }
    compound_ = {};
  }

  // "#tag" and "@name", as far as one name reaches; "#東京2024" reaches over several segments.
  void grow_tag(const SplitSegment& split, std::size_t index) {
    const std::uint32_t start = split.words.front().start;
    if (tag_.parts == 0 || tag_.end != segments_[index].start) {
      close_tag();
      const char sigil = sigil_before(split, index);
      if (sigil == 0) {
        return;
      }
      tag_.typed = sigil;
      tag_.position = out_.words;
      tag_.chunk = out_.chunks - 1;
      tag_.start = start;
    }
    ++tag_.parts;
    tag_.words += split.name_words;
    tag_.end = split.name_end;
    if (tag_.typed.size() <= kMaxJoined) {
      tag_.typed += chunk_.substr(start, split.name_end - start);
    }
  }

  // '#' or '@' where it makes a tag of what follows; in an address it stands after a word.
  [[nodiscard]] char sigil_before(const SplitSegment& split, std::size_t index) const {
    if (split.at_sign) {
      return index > 0 && segments_[index - 1].word ? '\0' : '@';
    }
    const char32_t before = sign_before(index);
    if (before == 0 || (index > 1 && segments_[index - 2].word)) {
      return 0;
    }
    if (before == U'#' || before == U'\uFF03') {
      return '#';
    }
    return before == U'@' || before == U'\uFF20' ? '@' : '\0';
  }

  void close_tag() {
    if (tag_.parts > 0 && tag_.typed.size() <= kMaxJoined) {
      push_joined(std::move(tag_));
    }
    tag_ = {};
  }

  std::string_view chunk_;
  std::vector<ChunkSegment> segments_;
  std::size_t next_ = 0;
  std::uint32_t last_end_ = 0;
  Growing compound_;
  Growing tag_;
  NewsTokens out_;
};

}  // namespace

NewsTokens news_tokens(std::string_view chunk, std::span<const std::uint32_t> ends) {
  return ChunkTokens(chunk, ends).take();
}

}  // namespace lede
