// Titles, sentences and paragraphs of one generated article.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "bench/generator/random.h"
#include "bench/generator/vocabulary.h"

namespace lede::bench {

struct Person {
  std::string given;
  std::string family;
  bool introduced = false;  // named in full already
};

// What an article is about: the words, people and place that return in it.
struct Topic {
  std::array<std::uint64_t, 8> ranks{};  // the first is the most used
  std::array<Person, 3> people;
  std::string place;
};

class Prose {
 public:
  // Refers to `ranks` and `random`, which must outlive it.
  Prose(const ZipfRanks& ranks, Topic topic, Random& random);

  // Six to ten words, half of them the topic's.
  std::string title();

  // Paragraphs of `words` words or a sentence more.
  std::string text(std::size_t words);

 private:
  std::string word();
  std::string inflected(std::uint64_t rank);
  std::string token();
  std::string figure();
  std::string person();
  std::string clause(std::size_t words);
  std::string sentence(std::size_t& words);

  const ZipfRanks& ranks_;
  Topic topic_;
  Random& random_;
};

// ASCII letters in lower case.
[[nodiscard]] std::string lower(std::string_view text);

// The first letter, if ASCII, in upper case.
[[nodiscard]] std::string capitalised(std::string text);

}  // namespace lede::bench
