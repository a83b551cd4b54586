// Snowball, by language tag.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace lede {

// One Snowball stemmer as it is. Not safe for use by two threads at once.
class Stemmer {
 public:
  // `language` is a BCP 47 primary tag. Where Snowball has none, words stay as they are.
  explicit Stemmer(std::string_view language);

  [[nodiscard]] bool has_rules() const { return stemmer_ != nullptr; }

  // Snowball's name for it: "english"; empty where there is none.
  [[nodiscard]] std::string_view algorithm() const { return algorithm_; }

  // Whether no word of ASCII letters gets a stem that is longer or begins with another letter.
  [[nodiscard]] bool only_cuts_ends() const { return only_cuts_ends_; }

  // Snowball's stem of a lower-case word with its accents. Lives until the next call.
  [[nodiscard]] std::string_view stem(std::string_view word);

 private:
  struct Deleter {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Deleter> stemmer_;
  std::string_view algorithm_;
  bool only_cuts_ends_ = true;
};

// Tags of all languages that have a stemmer in the library we are linked with, sorted.
[[nodiscard]] std::vector<std::string> snowball_languages();

}  // namespace lede
