// Documents made at random, like articles or unlike them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/bulk/random_documents.h"

#include <algorithm>

namespace lede::test {
namespace {

// A NUL counts twice in a key, and a key has a document number and its mark as well.
constexpr std::size_t kMostNuls = 5;

}  // namespace

RandomDocuments::RandomDocuments(std::mt19937& random, const RandomShape& shape)
    : random_(random), shape_(shape) {
  std::generate_n(std::back_inserter(vocabulary_), shape_.vocabulary, [this] { return term(); });
}

IndexDocument RandomDocuments::next() {
  const std::size_t kind = below(12);
  if (kind == 0) {
    return {};  // no terms, no values, no data
  }
  std::uint32_t position = static_cast<std::uint32_t>(1 + below(4));
  for (std::size_t words = below(shape_.most_words + 1); words > 0; --words) {
    // Low numbers are common words.
    const std::string& name = vocabulary_[below(1 + below(vocabulary_.size()))];
    const auto times = static_cast<std::uint32_t>(below(20) == 0 ? below(400) : below(3));
    if (kind == 1 || below(10) == 0) {
      builder_.add_term(name, times);
    } else {
      // Xapian's check takes positions in a document of length 0 for a fault.
      builder_.add_posting(name, position, times + 1);
    }
    position += static_cast<std::uint32_t>(kind == 2 ? below(1U << 20U) : below(3));
    if (kind == 3 && below(5) == 0) {
      position = static_cast<std::uint32_t>(1 + below(position));
    }
  }
  for (const std::uint32_t slot : shape_.slots) {
    if (below(4) != 0) {
      builder_.add_value(slot, bytes(below(shape_.most_value + 1)));
    }
  }
  builder_.set_data(bytes(below(4) == 0 ? 0 : below(shape_.most_data + 1)));
  return builder_.finish();
}

std::string RandomDocuments::bytes(std::size_t count) {
  std::string made;
  std::generate_n(std::back_inserter(made), count, [this] {
    return static_cast<char>(shape_.any_bytes ? below(256) : 'a' + below(10));
  });
  return made;
}

// Many begin alike: with another one, or with one letter.
std::string RandomDocuments::term() {
  std::string made = bytes(1 + below(shape_.longest_term));
  if (!vocabulary_.empty() && below(3) == 0) {
    const std::string& other = vocabulary_[below(vocabulary_.size())];
    made = other.substr(0, 1 + below(other.size())) + made;
  }
  made.resize(std::min(made.size(), shape_.longest_term));
  for (std::size_t nuls = 0, at = 0; at < made.size(); ++at) {
    if (made[at] == '\0' && ++nuls > kMostNuls) {
      made[at] = 'x';
    }
  }
  return made;
}

}  // namespace lede::test
