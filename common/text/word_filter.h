// Which parts of a text may hold a word that somebody looks for. Who wants a few words can pass
// over all the rest without analysing it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lede {

// Words are told by how they begin and how long they are: some that nobody wants pass, none that
// somebody wants is lost. That stands on two things that are so for terms anywhere and for stems
// in the languages of Stemmer::only_cuts_ends(): a chunk has only words whose first two letters or
// digits, without accents, follow each other in it, but for signs between them; and a stem begins
// like its word and is no longer. What has other letters than those of Latin alphabets is never
// passed over.
class WordFilter {
 public:
  // Words with this term.
  void want_term(std::string_view term);
  // Words with this stem.
  void want_stem(std::string_view stem);
  // Words that begin so; an empty beginning is that of all.
  void want_beginning(std::string_view letters);
  // How far the words wanted are from each other. Then only plain words are passed over
  // (plain_word.h), which are known to be one word without a look; else all that is known is
  // whether there is a word between two of them.
  void want_distances() { distances_ = true; }

  // Takes white space and what holds nothing wanted off the front of `text`, up to the beginning
  // of a chunk. Returns how many words that were: exactly if distances are wanted, else one for
  // each chunk that has any.
  std::uint32_t pass(std::string_view& text) const;

  // Whether a word of `chunk`, which is typed without white space, may be wanted.
  [[nodiscard]] bool may_hold(std::string_view chunk) const;

 private:
  static constexpr std::size_t kLetters = 26;
  static constexpr std::size_t kSymbols = kLetters + 10;  // letters, then digits

  void want_pair(std::uint8_t first, std::uint8_t second, std::uint64_t lengths);
  void want_plain(std::uint8_t first, std::uint64_t lengths);
  [[nodiscard]] bool wants_plain(std::string_view word) const;

  // Plain words: by their first two letters, a bit a length, the last for 63 and more.
  std::array<std::uint64_t, kLetters * kLetters> lengths_{};
  // Any chunk: by the first symbol of a word, a bit for each that may be its second.
  std::array<std::uint64_t, kSymbols> followers_{};
  std::uint64_t alone_ = 0;  // a bit for each symbol that is a word, or its stem, by itself
  bool distances_ = false;
};

}  // namespace lede
