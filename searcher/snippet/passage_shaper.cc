// Snapping passages to sentences, words and characters.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/passage_shaper.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "common/text/sentences.h"

namespace lede {
namespace {

// How far from the wished place a cut may move to fall between words.
constexpr std::size_t kWordReach = 48;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// The character boundary at or before `at`. In invalid text, at most three bytes away.
std::size_t character_start(std::string_view text, std::size_t at) {
  for (int i = 0; i < 3 && at > 0 && at < text.size() && is_continuation(text[at]); ++i) {
    --at;
  }
  return at;
}

// How many bytes the white space character at `at` has; 0 when there is none. By bytes: nothing
// needs decoding to tell.
std::size_t space_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  switch (byte(0)) {
    case ' ':
    case '\t':
    case '\n':
    case '\v':
    case '\f':
    case '\r':
      return 1;
    case 0xC2:  // next line, no-break space
      return byte(1) == 0x85 || byte(1) == 0xA0 ? 2 : 0;
    case 0xE1:  // Ogham
      return byte(1) == 0x9A && byte(2) == 0x80 ? 3 : 0;
    case 0xE2:  // U+2000 to U+200A, line and paragraph separators, narrow and mathematical
      if (byte(1) == 0x80) {
        const unsigned last = byte(2);
        const bool space = (last >= 0x80 && last <= 0x8A) || last == 0xA8 || last == 0xA9;
        return space || last == 0xAF ? 3 : 0;
      }
      return byte(1) == 0x81 && byte(2) == 0x9F ? 3 : 0;
    case 0xE3:  // ideographic
      return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0;
    default:
      return 0;
  }
}

bool is_space_at(std::string_view text, std::size_t at) { return space_length(text, at) > 0; }

bool is_space_before(std::string_view text, std::size_t at) {
  return at > 0 && is_space_at(text, character_start(text, at - 1));
}

// The boundaries ICU sees in a piece of text, as offsets of the whole text.
class Boundaries {
 public:
  Boundaries(icu::BreakIterator* iterator, std::string_view text, ByteRange piece)
      : iterator_(iterator), piece_(piece) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&utext_, text.data() + piece.start, static_cast<std::int64_t>(piece.size()),
                   &status);
    if (iterator_ != nullptr) {
      iterator_->setText(&utext_, status);
    }
    usable_ = iterator_ != nullptr && U_SUCCESS(status) != 0;
  }
  ~Boundaries() { utext_close(&utext_); }
  Boundaries(const Boundaries&) = delete;
  Boundaries& operator=(const Boundaries&) = delete;
  Boundaries(Boundaries&&) = delete;
  Boundaries& operator=(Boundaries&&) = delete;

  // The boundary at or before `at`, or `at` itself when ICU cannot say.
  [[nodiscard]] std::size_t before(std::size_t at) const {
    if (!usable_ || at <= piece_.start || at >= piece_.end) {
      return at;
    }
    const auto local = static_cast<std::int32_t>(at - piece_.start);
    const std::int32_t found =
        iterator_->isBoundary(local) != 0 ? local : iterator_->preceding(local);
    return piece_.start + static_cast<std::size_t>(std::max(found, 0));
  }

  // The boundary at or after `at`, likewise.
  [[nodiscard]] std::size_t after(std::size_t at) const {
    if (!usable_ || at <= piece_.start || at >= piece_.end) {
      return at;
    }
    const auto local = static_cast<std::int32_t>(at - piece_.start);
    const std::int32_t found =
        iterator_->isBoundary(local) != 0 ? local : iterator_->following(local);
    return found < 0 ? piece_.end : piece_.start + static_cast<std::size_t>(found);
  }

 private:
  icu::BreakIterator* iterator_;
  ByteRange piece_;
  UText utext_ = UTEXT_INITIALIZER;
  bool usable_ = false;
};

// Making an iterator takes far longer than using it on a passage, so each thread keeps its own.
struct KeptIterators {
  std::unique_ptr<icu::BreakIterator> words;
  std::unique_ptr<icu::BreakIterator> characters;

  KeptIterators() {
    UErrorCode status = U_ZERO_ERROR;
    words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    status = U_ZERO_ERROR;
    characters.reset(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  }
};

const KeptIterators& kept_iterators() {
  thread_local const KeptIterators iterators;
  return iterators;
}

// Finds where a passage may be cut: at white space, else between words, else between characters.
class Cutter {
 public:
  Cutter(std::string_view text, ByteRange piece)
      : text_(text),
        piece_(piece),
        words_(kept_iterators().words.get(), text, piece),
        characters_(kept_iterators().characters.get(), text, piece) {}

  // Where a passage may start: near `wished`, not before it, not after `latest`.
  [[nodiscard]] std::size_t start_near(std::size_t wished, std::size_t latest) const {
    if (wished <= piece_.start || wished >= latest) {
      return std::min(wished, latest);
    }
    const std::size_t reach = std::min(latest, wished + kWordReach);
    for (std::size_t i = wished; i <= reach; ++i) {
      if (!is_continuation(text_[i]) && is_space_before(text_, i)) {
        return i;
      }
    }
    if (const std::size_t word = words_.after(wished); word <= reach) {
      return word;
    }
    return std::min(latest, characters_.after(wished));
  }

  // Where it may end: near `wished`, not after it, not before `earliest`.
  [[nodiscard]] std::size_t end_near(std::size_t wished, std::size_t earliest) const {
    if (wished >= piece_.end || wished <= earliest) {
      return std::clamp(wished, earliest, std::max(earliest, piece_.end));
    }
    const std::size_t reach = std::max(earliest, wished - std::min(wished, kWordReach));
    for (std::size_t i = wished; i > reach; --i) {
      if (is_space_at(text_, i)) {
        return i;
      }
    }
    if (const std::size_t word = words_.before(wished); word > reach) {
      return word;
    }
    const std::size_t character = characters_.before(wished);
    return character > earliest ? character : std::max(earliest, character_start(text_, wished));
  }

 private:
  std::string_view text_;
  ByteRange piece_;
  Boundaries words_;
  Boundaries characters_;
};

// The sentences of the neighbourhood of a passage.
class Sentences {
 public:
  Sentences(std::string_view text, ByteRange piece, ByteRange room) : text_(text) {
    for (const std::uint32_t bound : sentence_bounds(text.substr(piece.start, piece.size()))) {
      bounds_.push_back(piece.start + bound);
    }
    // The ends of the piece are bounds only where something ends there.
    starts_whole_ = piece.start == room.start || text[piece.start - 1] == '\n';
    ends_whole_ = piece.end == room.end || text[piece.end] == '\n';
  }

  // The sentence that holds the byte at `at`: its number.
  [[nodiscard]] std::size_t holding(std::size_t at) const {
    const auto next = std::upper_bound(bounds_.begin(), bounds_.end(), at);
    const auto number =
        static_cast<std::size_t>(std::max<std::ptrdiff_t>(next - bounds_.begin(), 1));
    return std::min(number - 1, count() - 1);
  }

  [[nodiscard]] std::size_t count() const { return bounds_.size() - 1; }
  [[nodiscard]] std::size_t start(std::size_t number) const { return bounds_[number]; }
  [[nodiscard]] std::size_t end(std::size_t number) const { return bounds_[number + 1]; }
  [[nodiscard]] bool start_known(std::size_t number) const { return number > 0 || starts_whole_; }
  [[nodiscard]] bool end_known(std::size_t number) const {
    return number + 1 < count() || ends_whole_;
  }
  [[nodiscard]] ByteRange range(std::size_t first, std::size_t last) const {
    return trimmed(text_, {start(first), end(last)});
  }
  // Whether a blank line lies between the text before `at` and the text after it.
  [[nodiscard]] bool new_paragraph(std::size_t at) const {
    const ByteRange before = trimmed(text_, {bounds_.front(), at});
    const ByteRange after = trimmed(text_, {at, bounds_.back()});
    const auto gap = text_.substr(before.end, after.start - before.end);
    return std::count(gap.begin(), gap.end(), '\n') > 1;
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> bounds_;
  bool starts_whole_ = false;
  bool ends_whole_ = false;
};

// Adds whole sentences after and before while they fit; another paragraph's only to a passage that
// is short by itself.
ByteRange grown(const Sentences& sentences, std::size_t first, std::size_t last,
                std::size_t bytes) {
  ByteRange passage = sentences.range(first, last);
  const auto grow = [&](std::size_t new_first, std::size_t new_last, std::size_t seam) {
    const ByteRange wider = sentences.range(new_first, new_last);
    if (wider.size() > bytes || (passage.size() * 2 > bytes && sentences.new_paragraph(seam))) {
      return false;
    }
    first = new_first;
    last = new_last;
    passage = wider;
    return true;
  };
  bool more = true;
  while (more) {
    more = last + 1 < sentences.count() && sentences.end_known(last + 1) &&
           grow(first, last + 1, sentences.end(last));
    if (first > 0 && sentences.start_known(first - 1)) {
      more = grow(first - 1, last, sentences.start(first)) || more;
    }
  }
  return passage;
}

// The sentence is too long: from its start if the core is near that, up to its end if it is near
// that, else from the middle, a third of the spare room before the core.
ByteRange cut(const Cutter& cutter, const Sentences& sentences, ByteRange core, std::size_t bytes) {
  if (core.size() >= bytes) {
    return {core.start, cutter.end_near(core.start + bytes, core.start + 1)};
  }
  const std::size_t spare = bytes - core.size();
  const std::size_t near = spare * 2 / 3;
  const std::size_t first = sentences.holding(core.start);
  const std::size_t last = sentences.holding(std::max(core.start + 1, core.end) - 1);
  if (sentences.start_known(first) && core.start - sentences.start(first) <= near) {
    const std::size_t start = sentences.start(first);
    return {start, cutter.end_near(start + bytes, core.end)};
  }
  if (sentences.end_known(last) && sentences.end(last) >= core.end &&
      sentences.end(last) - core.end <= near) {
    const std::size_t end = sentences.end(last);
    return {cutter.start_near(end - std::min(end, bytes), core.start), end};
  }
  const std::size_t before = std::min(core.start, spare / 3);
  const std::size_t start = cutter.start_near(core.start - before, core.start);
  return {start, cutter.end_near(start + bytes, core.end)};
}

}  // namespace

ByteRange trimmed(std::string_view text, ByteRange range) {
  while (range.start < range.end && is_space_at(text, range.start)) {
    range.start = std::min(range.end, range.start + space_length(text, range.start));
  }
  while (range.start < range.end && is_space_before(text, range.end)) {
    range.end = std::max(range.start, character_start(text, range.end - 1));
  }
  return range;
}

Passage shape_passage(std::string_view text, ByteRange core, ByteRange room, std::size_t bytes) {
  const std::size_t before = core.start - room.start > bytes ? core.start - bytes : room.start;
  const std::size_t core_end = core.start + std::min(core.size(), bytes);
  // No passage reaches farther; where its last sentence ends may depend on the words after that.
  const std::size_t reach = bytes + bytes / 4 + kWordReach;
  const std::size_t after = room.end - core_end > reach ? core_end + reach : room.end;
  const ByteRange piece{std::max(room.start, character_start(text, before)),
                        std::max(core_end, character_start(text, after))};
  if (piece.size() == 0) {
    return {piece, true};
  }
  const Sentences sentences(text, piece, room);
  if (core.size() < bytes) {
    const std::size_t first = sentences.holding(core.start);
    const std::size_t last = sentences.holding(std::max(core.start + 1, core.end) - 1);
    if (sentences.start_known(first) && sentences.end_known(last) &&
        sentences.range(first, last).size() <= bytes + bytes / 4) {
      return {grown(sentences, first, last, bytes), true};
    }
  }
  return {trimmed(text, cut(Cutter(text, piece), sentences, core, bytes)), false};
}

}  // namespace lede
