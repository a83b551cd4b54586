// Learns from a sample of articles which lines repeat across those of one outlet. A line counts
// where it stands at an end of a page, above or below what the page has of its own, and only pages
// that are mostly their own count, line by line and phrase by phrase: copies of one article, or one
// text sent out with a name exchanged, do not make its words furniture.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/line_learner.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <unordered_map>

#include "indexer/extract/title.h"

namespace lede {
namespace {

constexpr std::size_t kMostOutlets = 1000;
constexpr std::size_t kMostArticles = 200;      // of an outlet
constexpr std::size_t kMostLinesOfAnEnd = 64;   // of an article
constexpr std::size_t kMostLines = 500;         // learned of an outlet
constexpr std::uint32_t kEnoughArticles = 50;   // to say that nothing repeats
constexpr std::uint32_t kFewestArticles = 5;    // that have a line
constexpr std::uint32_t kFewestOfSentence = 6;  // the same, of a sentence
constexpr std::uint32_t kShareOfLink = 10;      // one article of so many has the line
constexpr std::uint32_t kShareOfSentence = 4;
constexpr std::size_t kWordsOfPhrase = 4;
constexpr std::uint64_t kOnePhraseOf = 4;  // is compared, as its hash decides
constexpr std::size_t kMostPhrases = 256;  // of an article
constexpr std::size_t kEnoughPhrases = 8;  // to tell how much of an article is its own
constexpr std::size_t kOwnBytes = 100;     // of running text that make a page an article

bool has_letters(std::string_view line) {
  return std::count_if(line.begin(), line.end(), [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return byte >= 0x80 || (byte | 0x20U) - 'a' < 26U;
         }) >= 2;
}

// Takes some of the phrases of running text, line after line: those whose hash says so.
class PhraseSampler {
 public:
  void add(std::string_view line) {
    while (!line.empty() && phrases_.size() < kMostPhrases) {
      const std::size_t start = line.find_first_not_of(' ');
      if (start == std::string_view::npos) {
        return;
      }
      line.remove_prefix(start);
      const std::string_view word = line.substr(0, line.find(' '));
      line.remove_prefix(word.size());
      add_word(XXH3_64bits(word.data(), word.size()));
    }
  }

  [[nodiscard]] std::vector<std::uint64_t> take() {
    std::sort(phrases_.begin(), phrases_.end());
    phrases_.erase(std::unique(phrases_.begin(), phrases_.end()), phrases_.end());
    return std::move(phrases_);
  }

 private:
  void add_word(std::uint64_t word) {
    std::rotate(words_.begin(), words_.begin() + 1, words_.end());
    words_.back() = word;
    const std::uint64_t phrase = XXH3_64bits(words_.data(), sizeof words_);
    if (++count_ >= kWordsOfPhrase && phrase % kOnePhraseOf == 0) {
      phrases_.push_back(phrase);
    }
  }

  std::array<std::uint64_t, kWordsOfPhrase> words_{};
  std::size_t count_ = 0;
  std::vector<std::uint64_t> phrases_;
};

}  // namespace

// The articles of one outlet side by side.
class LineLearner::Comparison {
 public:
  explicit Comparison(const OutletSample& outlet) {
    for (const auto& [id, sample] : outlet.articles) {
      for (const std::uint64_t line : lines_of(sample)) {
        ++articles_with_[line];
      }
      for (const std::uint64_t phrase : sample.phrases) {
        ++articles_with_[phrase];
      }
    }
    for (const auto& [id, sample] : outlet.articles) {
      if (is_mostly_own(sample)) {
        count(sample);
      }
    }
    result_.outlet = outlet.name;
  }

  [[nodiscard]] RepeatedLines result() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> best;
    for (const auto& [line, count] : counts_) {
      if (is_furniture(count)) {
        best.emplace_back(line, count.at_end);
      }
    }
    std::sort(best.begin(), best.end(), [](const auto& a, const auto& b) {
      return std::tie(b.second, a.first) < std::tie(a.second, b.first);
    });
    best.resize(std::min(best.size(), kMostLines));
    result_.lines = {best.begin(), best.end()};
    return result_;
  }

 private:
  struct Count {
    std::uint32_t at_end = 0;
    std::uint32_t anywhere = 0;
    bool short_line = true;
  };

  static std::set<std::uint64_t> lines_of(const Sample& sample) {
    std::set<std::uint64_t> lines;
    for (const SampledLine& line : sample.lines) {
      lines.insert(line.hash);
    }
    return lines;
  }

  [[nodiscard]] bool is_own(const SampledLine& line) const {
    return line.running && articles_with_.at(line.hash) < kFewestArticles;
  }

  [[nodiscard]] bool is_mostly_own(const Sample& sample) const {
    std::size_t own = 0;
    std::size_t shared = 0;
    for (const SampledLine& line : sample.lines) {
      (is_own(line) ? own : shared) += line.running ? line.bytes : 0;
    }
    return own >= kOwnBytes && own >= shared && has_own_phrases(sample);
  }

  [[nodiscard]] bool has_own_phrases(const Sample& sample) const {
    const auto own = std::count_if(
        sample.phrases.begin(), sample.phrases.end(),
        [this](std::uint64_t phrase) { return articles_with_.at(phrase) < kFewestArticles; });
    return sample.phrases.size() < kEnoughPhrases ||
           static_cast<std::size_t>(own) * 2 >= sample.phrases.size();
  }

  void count(const Sample& sample) {
    ++result_.articles;
    const auto own = [this](const SampledLine& line) { return is_own(line); };
    const auto& lines = sample.lines;
    const auto first = std::find_if(lines.begin(), lines.end(), own);
    const auto last = std::find_if(lines.rbegin(), lines.rend(), own).base() - 1;
    std::set<std::uint64_t> at_end;
    for (auto line = lines.begin(); line != lines.end(); ++line) {
      Count& all = counts_[line->hash];
      all.short_line = all.short_line && line->linklike && !line->head;
      if (line->head || (line < first && line->linklike) || line > last) {
        at_end.insert(line->hash);
      }
    }
    for (const std::uint64_t line : lines_of(sample)) {
      Count& all = counts_[line];
      ++all.anywhere;
      all.at_end += at_end.contains(line) ? 1U : 0U;
    }
  }

  [[nodiscard]] bool is_furniture(const Count& count) const {
    const std::uint32_t fewest = count.short_line ? kFewestArticles : kFewestOfSentence;
    const std::uint32_t share = count.short_line ? kShareOfLink : kShareOfSentence;
    return count.at_end >= fewest && count.at_end * share >= result_.articles &&
           count.at_end * 5 >= count.anywhere * 4;
  }

  std::unordered_map<std::uint64_t, std::uint32_t> articles_with_;  // a line or a phrase
  std::map<std::uint64_t, Count> counts_;
  RepeatedLines result_;
};

void LineLearner::add(const Outlet& outlet, std::string_view id, std::string_view text,
                      const std::vector<std::string>& head) {
  auto known = outlets_.find(outlet.key);
  if (known == outlets_.end()) {
    if (outlets_.size() == kMostOutlets) {
      return;
    }
    known = outlets_.emplace(outlet.key, OutletSample{outlet.name, {}}).first;
  }
  auto& articles = known->second.articles;
  const std::uint64_t rank = XXH3_64bits(id.data(), id.size());
  if (articles.size() == kMostArticles && rank > std::prev(articles.end())->first) {
    return;
  }
  Sample sample;
  for (const std::string& line : head) {
    if (has_letters(line)) {
      sample.lines.push_back({line_hash(line), line.size(), false, is_linklike(line), true});
    }
  }
  const Lines lines(text);
  PhraseSampler phrases;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool near_end = i < kMostLinesOfAnEnd || i + kMostLinesOfAnEnd >= lines.size();
    const std::string_view line = lines[i].text;
    if (near_end && has_letters(line)) {
      sample.lines.push_back(
          {line_hash(line), line.size(), lines[i].running, is_linklike(line), false});
    }
    if (lines[i].running) {
      phrases.add(line);
    }
  }
  sample.phrases = phrases.take();
  articles[rank] = std::move(sample);
  if (articles.size() > kMostArticles) {
    articles.erase(std::prev(articles.end()));
  }
}

std::vector<std::string> head_of(const Article& article) {
  std::vector<std::string> head;
  for (const FieldOrigin& origin : article.origins) {
    if (origin.field == "title" && origin.from == "headline") {
      head.push_back(article.title);
    }
  }
  for (const Zone& zone : article.zones) {
    if (zone.why != kBeforeHeadline) {
      continue;
    }
    const Lines lines(zone.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      head.emplace_back(lines[i].text);
    }
  }
  return head;
}

LearnedLines LineLearner::learn() const {
  LearnedLines learned;
  for (const auto& [key, outlet] : outlets_) {
    if (outlet.articles.size() < kFewestArticles) {
      continue;
    }
    RepeatedLines lines = Comparison(outlet).result();
    if (!lines.lines.empty() || lines.articles >= kEnoughArticles) {
      learned.emplace(key, std::move(lines));
    }
  }
  return learned;
}

}  // namespace lede
