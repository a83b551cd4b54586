// Each token is drawn by itself: a word, a name, a figure. Grammar is not the point, statistics
// are.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/prose.h"

#include <utility>

namespace lede::bench {
namespace {

// "999", "1,234", "1,234,567".
std::string with_commas(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) {
    digits.insert(at - 3, ",");
  }
  return digits;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c - 'A' + 'a');
    }
  }
  return result;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

Prose::Prose(const ZipfRanks& ranks, Topic topic, Random& random)
    : ranks_(ranks), topic_(std::move(topic)), random_(random) {}

// Function words have one form; others are inflected as English words are, for the stemmer's sake.
std::string Prose::inflected(std::uint64_t rank) {
  std::string word = word_of(rank);
  if (rank < kFunctionWords) {
    return word;
  }
  const std::uint64_t form = random_.below(100);
  if (form < 20) {
    return word + "s";
  }
  if (form < 29) {
    return word + "ed";
  }
  if (form < 36) {
    return word + "ing";
  }
  return form < 39 ? word + "ly" : word;
}

// A topic word in 14% of the draws, the first topics more often than the last.
std::string Prose::word() {
  if (random_.chance(140)) {
    return inflected(topic_.ranks[random_.below(random_.between(1, topic_.ranks.size()))]);
  }
  return inflected(ranks_.draw(random_));
}

// Numbers of every size alike, so that first digits follow Benford's law, as in real text.
std::string Prose::figure() {
  const std::uint64_t size = std::uint64_t{1} << random_.between(1, 20);
  const std::uint64_t number = size + random_.below(size);
  switch (random_.below(6)) {
    case 0:
      return "$" + with_commas(number);
    case 1:
      return std::to_string(number % 100) + "." + std::to_string(number % 10) + "%";
    case 2:
      return std::to_string(2000 + number % 25);
    default:
      return with_commas(number);
  }
}

std::string Prose::person() {
  Person& who = topic_.people[random_.below(random_.between(1, topic_.people.size()))];
  if (who.introduced) {
    return who.family;
  }
  who.introduced = true;
  return who.given + ' ' + who.family;
}

std::string Prose::token() {
  const std::uint64_t kind = random_.below(1000);
  if (kind < 20) {
    return figure();
  }
  if (kind < 45) {
    return person();
  }
  if (kind < 55) {
    return topic_.place;
  }
  if (kind < 62) {
    std::string first = word();  // before the second: operands of + are evaluated in any order
    return first + '-' + word();
  }
  return word();
}

// `words` tokens with commas here and there, not capitalised and without its end.
std::string Prose::clause(std::size_t words) {
  std::string result;
  for (std::size_t i = 0; i < words; ++i) {
    if (i > 0) {
      result += random_.chance(50) && is_letter(result.back()) ? ", " : " ";
    }
    result += token();
  }
  return result;
}

// Sets `words` to how many it has, about.
std::string Prose::sentence(std::size_t& words) {
  words = 5 + random_.below(15) + random_.below(16);
  const std::uint64_t kind = random_.below(100);
  if (kind < 12) {
    std::string speech = "“" + capitalised(clause(words)) + ",” ";
    return speech + (random_.chance(500) ? person() + " said." : "said " + person() + '.');
  }
  if (kind < 16) {
    std::string source = "According to " + person();
    return source + ", " + clause(words) + '.';
  }
  if (kind < 18) {
    return capitalised(clause(words)) + '?';
  }
  return capitalised(clause(words)) + '.';
}

std::string Prose::title() {
  std::string result;
  const std::uint64_t words = random_.between(6, 10);
  for (std::uint64_t i = 0; i < words; ++i) {
    const bool topical = random_.chance(500);
    const std::uint64_t topic = topic_.ranks[random_.below(topic_.ranks.size())];
    result += i == 0 ? "" : " ";
    result += topical ? inflected(topic) : token();
  }
  return capitalised(std::move(result));
}

std::string Prose::text(std::size_t words) {
  std::string result;
  std::size_t left_in_paragraph = random_.between(1, 4);
  for (std::size_t written = 0; written < words;) {
    std::size_t count = 0;
    const std::string next = sentence(count);
    written += count;
    if (!result.empty()) {
      result += left_in_paragraph == 0 ? "\n\n" : " ";
    }
    left_in_paragraph = left_in_paragraph == 0 ? random_.between(0, 3) : left_in_paragraph - 1;
    result += next;
  }
  return result;
}

}  // namespace lede::bench
