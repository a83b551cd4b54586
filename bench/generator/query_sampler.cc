// Words are split at spaces and stripped of punctuation: the sampler must not depend on the
// analyzer that is being measured.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/query_sampler.h"

#include <algorithm>
#include <unordered_set>

#include "bench/generator/prose.h"

namespace lede::bench {
namespace {

constexpr std::uint64_t kJudged = 1000;
constexpr double kCommonFrom = 0.17;  // of all articles

bool is_plain(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

bool is_function_word(const std::string& word) {
  static const auto kWords = [] {
    std::unordered_set<std::string> words;
    for (std::uint64_t rank = 0; rank < kFunctionWords; ++rank) {
      words.insert(word_of(rank));
    }
    return words;
  }();
  return kWords.contains(word);
}

// The words of a text in lower case; "" stands for anything else, such as a figure or a comma.
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" \n", start), text.size());
    const std::string_view chunk = text.substr(start, end - start);
    const std::size_t stop = chunk.find_last_not_of(".,?");
    const std::string_view word = chunk.substr(0, stop == std::string_view::npos ? 0 : stop + 1);
    words.push_back(is_plain(word) ? lower(word) : std::string());
    if (word.size() != chunk.size()) {
      words.emplace_back();
    }
    start = end + 1;
  }
  return words;
}

}  // namespace

std::string_view name_of(QueryClass query_class) {
  constexpr std::array<std::string_view, kQueryClasses.size()> kNames = {
      "single_rare", "single_mid", "single_common",       "or_2_3",      "question_5plus",
      "and_common",  "phrase",     "phrase_common_words", "prefix_long", "prefix_short"};
  return kNames[static_cast<std::size_t>(query_class)];
}

QuerySampler::QuerySampler(const ArticleGenerator& generator, std::uint64_t articles,
                           std::uint64_t seed)
    : generator_(generator), articles_(articles), random_(seed) {
  const std::uint64_t judged = std::min(articles, kJudged);
  judged_ = static_cast<double>(judged);
  for (std::uint64_t number = 0; number < judged; ++number) {
    const std::vector<std::string> words = split(generator.article(number).text);
    for (const auto& word : std::unordered_set<std::string>(words.begin(), words.end())) {
      ++frequencies_[word];
    }
  }
}

std::vector<std::string> QuerySampler::random_article() {
  return split(generator_.article(random_.below(articles_)).text);
}

double QuerySampler::share_of(const std::string& word) const {
  const auto counted = frequencies_.find(word);
  return counted == frequencies_.end() ? 0 : counted->second / judged_;
}

std::vector<std::string> QuerySampler::words_with(const std::vector<std::string>& words,
                                                  Share share) const {
  std::vector<std::string> found;
  for (const auto& word : words) {
    const double part = share_of(word);
    if (!word.empty() && part >= share.low && part <= share.high && !is_function_word(word)) {
      found.push_back(word);
    }
  }
  return found;
}

std::string QuerySampler::word_with(Share share) {
  while (true) {
    const std::vector<std::string> found = words_with(random_article(), share);
    if (!found.empty()) {
      return found[random_.below(found.size())];
    }
  }
}

bool QuerySampler::fits_phrase(const std::string& word, bool common_only) const {
  return !word.empty() && (!common_only || is_function_word(word) || share_of(word) >= kCommonFrom);
}

std::string QuerySampler::phrase(bool common_only) {
  while (true) {
    const std::vector<std::string> words = random_article();
    const std::size_t length = random_.between(2, 4);
    std::vector<std::size_t> starts;
    for (std::size_t start = 0; start + length <= words.size(); ++start) {
      const auto first = words.begin() + static_cast<std::ptrdiff_t>(start);
      const auto last = first + static_cast<std::ptrdiff_t>(length);
      const bool fits = std::all_of(
          first, last, [&](const std::string& word) { return fits_phrase(word, common_only); });
      if (fits && !std::all_of(first, last, is_function_word)) {
        starts.push_back(start);
      }
    }
    if (starts.empty()) {
      continue;
    }
    std::size_t at = starts[random_.below(starts.size())];
    std::string result = '"' + words[at];
    for (const std::size_t end = at + length; ++at < end;) {
      result += ' ' + words[at];
    }
    return result + '"';
  }
}

std::string QuerySampler::long_prefix() {
  constexpr std::size_t kFewest = 5;
  while (true) {
    const std::string word = word_with(kMidShare);
    if (word.size() > kFewest) {
      return word.substr(0, std::max(kFewest, word.size() - 2)) + '*';
    }
  }
}

std::pair<std::string, std::string> QuerySampler::pair_with(Share share) {
  while (true) {
    const std::vector<std::string> found = words_with(random_article(), share);
    if (found.size() < 2) {
      continue;
    }
    const std::string& first = found[random_.below(found.size())];
    const std::string& second = found[random_.below(found.size())];
    if (first != second) {
      return {first, second};
    }
  }
}

std::string QuerySampler::draw(QueryClass query_class) {
  constexpr Share kRareShare{0, 1 / 300.0};
  constexpr Share kCommonShare{kCommonFrom, 1};
  constexpr Share kPairShare{0.002, 0.1};
  switch (query_class) {
    case QueryClass::kRare:
      return word_with(kRareShare);
    case QueryClass::kMid:
      return word_with(kMidShare);
    case QueryClass::kCommon:
      return word_with(kCommonShare);
    case QueryClass::kOr: {
      std::string query = word_with(kMidShare);
      for (std::uint64_t more = random_.between(1, 2); more > 0; --more) {
        query += " OR " + word_with(kMidShare);
      }
      return query;
    }
    case QueryClass::kQuestion: {
      const auto [subject, place] = pair_with(kPairShare);
      return "what was said about the " + subject + " of " + place;
    }
    case QueryClass::kAnd: {
      const auto [first, second] = pair_with(kCommonShare);
      return first + " AND " + second;
    }
    case QueryClass::kPhrase:
      return phrase(false);
    case QueryClass::kCommonPhrase:
      return phrase(true);
    case QueryClass::kLongPrefix:
      return long_prefix();
    case QueryClass::kShortPrefix:
      return word_with(kMidShare).substr(0, 3) + '*';
  }
  return {};
}

std::vector<std::string> QuerySampler::draw(QueryClass query_class, std::size_t count) {
  std::vector<std::string> queries;
  queries.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    queries.push_back(draw(query_class));
  }
  return queries;
}

}  // namespace lede::bench
