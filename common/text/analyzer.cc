// Chunk by chunk: segments, news tokens, folding, stems, remembered for the next time.
//
// A chunk is what stands between ASCII white space. No rule of segmentation reaches over that, so
// a chunk can be taken by itself, and the same chunk always gives the same tokens. The one thing
// that depends on what is around, whether capitals there mean anything, is decided at the end.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/analyzer.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "common/text/chunk_cache.h"
#include "common/text/chunk_slices.h"
#include "common/text/fold.h"
#include "common/text/news_tokens.h"
#include "common/text/plain_word.h"
#include "common/text/segmenter.h"
#include "common/text/shouting.h"
#include "common/text/stemmer.h"
#include "common/text/utf8.h"
#include "common/text/word_filter.h"

namespace lede {

namespace {

constexpr std::size_t kLongChunk = 16384;

// So many chunks are looked up together: enough that memory has answered when its turn comes.
constexpr std::size_t kAhead = 8;

constexpr bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Takes the next chunk off the front of `text`; false when there is none left.
bool take_chunk(std::string_view& text, std::string_view& chunk) {
  std::size_t start = 0;
  while (start < text.size() && is_blank(text[start])) {
    ++start;
  }
  std::size_t end = start;
  while (end < text.size() && !is_blank(text[end])) {
    ++end;
  }
  chunk = text.substr(start, end - start);
  text.remove_prefix(end);
  return !chunk.empty();
}

// "1990s", "f16s": what is meant is the number.
bool is_plural_number(std::string_view term) {
  const std::size_t size = term.size();
  return size >= 2 && term[size - 1] == 's' && term[size - 2] >= '0' && term[size - 2] <= '9';
}

// The chunk without the quotes, brackets and stops around it that mean nothing to any rule, so
// that "said", "said," and "(said" share what is remembered. A dot stays where others are, for it
// may end an acronym.
std::string_view core_of(std::string_view chunk) {
  constexpr std::string_view kBefore = "\"([";
  constexpr std::string_view kAfter = "\",;:!?)]";
  while (!chunk.empty() && kBefore.find(chunk.front()) != std::string_view::npos) {
    chunk.remove_prefix(1);
  }
  while (!chunk.empty()) {
    const bool only_dot = chunk.back() == '.' && chunk.find('.') == chunk.size() - 1;
    if (!only_dot && kAfter.find(chunk.back()) == std::string_view::npos) {
      break;
    }
    chunk.remove_suffix(1);
  }
  return chunk;
}

// A chunk that is looked up, and how many words were passed over before it.
struct AwaitedChunk {
  ChunkKey key;
  std::uint32_t passed = 0;
};

struct Language {
  explicit Language(std::string_view tag)
      : stemmer(tag), turkish(tag == "tr"), romanian(tag == "ro") {}

  std::uint32_t id = 0;
  Stemmer stemmer;
  bool turkish;   // case endings of names stand after an apostrophe: "Ankara'da"
  bool romanian;  // Snowball 2.2 knows its letters only with cedillas, as typed in the nineties
};

// The Romanian letters with commas, as they are typed today, in Snowball's spelling.
std::string with_cedillas(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, at);
    const char32_t cedilla = c.value == U'ș' ? U'ş' : U'ţ';
    append_utf8(out, c.value == U'ș' || c.value == U'ț' ? cedilla : c.value);
    at = c.next;
  }
  return out;
}

std::string snowball_stem(std::string_view accented, Language& language) {
  if (language.turkish && accented.find('\'') > 0) {
    accented = accented.substr(0, accented.find('\''));
  }
  return std::string(language.romanian ? language.stemmer.stem(with_cedillas(accented))
                                       : language.stemmer.stem(accented));
}

// `accented` is case folded, `term` is that without accents.
std::string stem_of(std::string_view accented, std::string_view term, Language& language) {
  if (is_plural_number(term)) {
    return std::string(term.substr(0, term.size() - 1));
  }
  if (!language.stemmer.has_rules() || accented.size() > kMaxTerm) {
    return std::string(term);
  }
  std::string stem = fold_accents(fold_case(snowball_stem(accented, language)));
  return stem.empty() ? std::string(term) : bound_term(std::move(stem));
}

// Folds and stems the tokens of one chunk: all, or those that may be wanted.
class ChunkBuilder {
 public:
  explicit ChunkBuilder(Language& language, const WordFilter* wanted = nullptr)
      : language_(language), wanted_(wanted) {}

  ChunkAnalysis build(const NewsTokens& news) {
    analysis_.words = news.words;
    analysis_.chunks = news.chunks;
    analysis_.tokens.reserve(news.tokens.size());
    for (const NewsToken& token : news.tokens) {
      add(token);
    }
    return std::move(analysis_);
  }

  // The same for a plain word, on a shorter way.
  ChunkAnalysis build_plain(std::string_view word) {
    std::string term(word);
    term[0] = static_cast<char>(term[0] | 0x20);  // the small letter of either
    NewsToken token;
    token.end = static_cast<std::uint32_t>(word.size());
    analysis_.words = 1;
    push(token, TokenKind::kWord, term, stem_of(term, term, language_));
    return std::move(analysis_);
  }

 private:
  void add(const NewsToken& token) {
    if (wanted_ != nullptr && !wanted_->may_hold(token.typed)) {
      return;
    }
    const std::string accented = fold_case(token.typed);
    std::string folded = fold_accents(accented);
    if (token.kind == TokenKind::kJoined && folded.size() > kMaxTerm) {
      return;
    }
    if (token.kind != TokenKind::kWord && folded.empty()) {
      return;  // what is left of invisible characters
    }
    const bool has_accents = folded != accented;
    const std::string term = bound_term(std::move(folded));
    const std::string stem = token.acronym ? term : stem_of(accented, term, language_);
    push(token, token.kind, term, stem);
    if (has_accents && token.kind != TokenKind::kJoined && !token.acronym) {
      // Typed without accents, the word may have another stem: the accented form carries it.
      push(token, TokenKind::kAlternate, bound_term(accented), stem_of(term, term, language_));
    }
  }

  void push(const NewsToken& token, TokenKind kind, std::string_view term, std::string_view stem) {
    StoredToken stored;
    stored.start = token.start;
    stored.end = token.end;
    stored.position = token.position;
    stored.words = token.words;
    stored.chunk = token.chunk;
    stored.kind = kind;
    stored.dictionary = token.dictionary;
    stored.acronym = token.acronym;
    stored.unless_shouting = token.unless_shouting;
    stored.term_at = static_cast<std::uint32_t>(analysis_.text.size());
    stored.term_size = static_cast<std::uint16_t>(term.size());
    analysis_.text += term;
    stored.stem_at =
        stem == term ? stored.term_at : static_cast<std::uint32_t>(analysis_.text.size());
    stored.stem_size = static_cast<std::uint16_t>(stem.size());
    if (stem != term) {
      analysis_.text += stem;
    }
    analysis_.tokens.push_back(stored);
  }

  Language& language_;
  const WordFilter* wanted_;
  ChunkAnalysis analysis_;
};

// Hands tokens out with their place in the whole text.
class Emitter {
 public:
  Emitter(std::string_view text, const TokenVisitor& visit) : text_(text), visit_(visit) {}

  // `part` is the part of the text that `analysis` is of.
  void emit(const ChunkView& analysis, std::string_view part) {
    const auto base = static_cast<std::uint32_t>(part.data() - text_.data());
    const std::string_view strings = analysis.text;
    for (const StoredToken& stored : analysis.tokens) {
      Token token;
      token.kind = stored.kind;
      token.start = base + stored.start;
      token.end = base + stored.end;
      token.position = position_ + stored.position;
      token.words = stored.words;
      token.chunk = chunk_ + stored.chunk;
      token.dictionary = stored.dictionary;
      token.acronym = stored.acronym;
      token.term = strings.substr(stored.term_at, stored.term_size);
      token.stem = strings.substr(stored.stem_at, stored.stem_size);
      if (!stored.unless_shouting || !is_shouting(text_, token.start, token.end)) {
        visit_(token);
      }
    }
    position_ += analysis.words;
    chunk_ += analysis.chunks - 1;
  }

  void end_chunk() { ++chunk_; }

  // Words that nobody wants.
  void pass(std::uint32_t words) {
    position_ += words;
    chunk_ += words;
  }

 private:
  std::string_view text_;
  const TokenVisitor& visit_;
  std::uint32_t position_ = 0;
  std::uint32_t chunk_ = 0;
};

// A chunk so long that its tokens must not all be held at once.
void analyze_long(std::string_view chunk, Language& language, const WordFilter* wanted,
                  Segmenter& segmenter, Emitter& emitter) {
  std::vector<std::uint32_t> ends;
  segmenter.segment(chunk, ends);
  std::size_t first = 0;
  std::uint32_t base = 0;
  for (const std::size_t last : slice_chunk(chunk, ends, kLongChunk)) {
    const std::span<std::uint32_t> slice(ends.data() + first, last - first);
    const std::uint32_t slice_end = slice.back();
    for (std::uint32_t& end : slice) {
      end -= base;
    }
    const std::string_view part = chunk.substr(base, slice_end - base);
    const ChunkAnalysis analysis = ChunkBuilder(language, wanted).build(news_tokens(part, slice));
    emitter.emit(ChunkView(analysis), part);
    first = last;
    base = slice_end;
  }
}

}  // namespace

struct Analyzer::Impl {
  Language& language(std::string_view tag);
  ChunkView chunk(const ChunkKey& key, Language& language, const WordFilter* wanted);
  void analyze(std::string_view text, Language& language, const WordFilter* wanted,
               Emitter& emitter);

  Segmenter segmenter;
  ChunkCache cache;
  std::map<std::string, Language, std::less<>> languages;
  std::vector<std::uint32_t> ends;
  ChunkAnalysis made;  // the last one that was not known
};

Language& Analyzer::Impl::language(std::string_view tag) {
  auto found = languages.find(tag);
  if (found == languages.end()) {
    Language rules(tag);
    if (!rules.stemmer.has_rules() && !tag.empty()) {
      return language("");  // all languages without a stemmer are one to us
    }
    rules.id = static_cast<std::uint32_t>(languages.size());
    found = languages.emplace(tag, std::move(rules)).first;
  }
  return found->second;
}

// Lives until the next call.
ChunkView Analyzer::Impl::chunk(const ChunkKey& key, Language& language, const WordFilter* wanted) {
  const bool cacheable = key.chunk.size() <= ChunkCache::kLongestKey;
  if (ChunkView known; cacheable && cache.find(key, known)) {
    return known;
  }
  if (is_plain_word(key.chunk)) {
    made = ChunkBuilder(language).build_plain(key.chunk);
  } else {
    ends.clear();
    segmenter.segment(key.chunk, ends);
    // What is kept for other texts has to be complete.
    const WordFilter* filter = cacheable ? nullptr : wanted;
    made = ChunkBuilder(language, filter).build(news_tokens(key.chunk, ends));
  }
  if (cacheable) {
    cache.store(key, made);
  }
  return ChunkView(made);
}

void Analyzer::Impl::analyze(std::string_view text, Language& language, const WordFilter* wanted,
                             Emitter& emitter) {
  std::array<AwaitedChunk, kAhead> awaited;
  while (true) {
    std::size_t count = 0;
    std::uint32_t passed = wanted != nullptr ? wanted->pass(text) : 0;
    for (std::string_view chunk; count < kAhead && take_chunk(text, chunk); ++count) {
      awaited.at(count) = {cache.key(core_of(chunk), language.id), passed};
      passed = wanted != nullptr ? wanted->pass(text) : 0;
    }
    for (std::size_t i = 0; i < count; ++i) {
      cache.fetch(awaited.at(i).key);
    }
    for (std::size_t i = 0; i < count; ++i) {
      const auto& [key, before] = awaited.at(i);
      emitter.pass(before);
      if (key.chunk.size() > kLongChunk) {
        analyze_long(key.chunk, language, wanted, segmenter, emitter);
      } else if (!key.chunk.empty()) {
        emitter.emit(this->chunk(key, language, wanted), key.chunk);
      }
      emitter.end_chunk();
    }
    emitter.pass(passed);
    if (count < kAhead) {
      return;
    }
  }
}

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

void Analyzer::analyze(std::string_view text, std::string_view language,
                       const TokenVisitor& visit) {
  Emitter emitter(text, visit);
  impl_->analyze(text, impl_->language(language), nullptr, emitter);
}

void Analyzer::analyze(std::string_view text, std::string_view language, const WordFilter& wanted,
                       const TokenVisitor& visit) {
  Language& rules = impl_->language(language);
  Emitter emitter(text, visit);
  impl_->analyze(text, rules, rules.stemmer.only_cuts_ends() ? &wanted : nullptr, emitter);
}

std::string Analyzer::stem(std::string_view word, std::string_view language) {
  const std::string accented = fold_case(word);
  return stem_of(accented, bound_term(fold_accents(accented)), impl_->language(language));
}

}  // namespace lede
