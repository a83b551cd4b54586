// An article is a plan (story, people, length, date) and then sentences until it is long enough.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/article_generator.h"

#include <array>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/generator/prose.h"

namespace lede::bench {
namespace {

// What a seed is mixed with, so that stories and articles of one number have nothing in common.
enum class Stream : std::uint64_t { kStory = 1, kArticle = 2, kPublisher = 3 };

Random stream(std::uint64_t seed, Stream kind, std::uint64_t number) {
  return Random(scramble(scramble(seed) + static_cast<std::uint64_t>(kind)) ^ scramble(number));
}

constexpr std::uint64_t kStorySize = 8;     // articles a story has, on average
constexpr std::uint64_t kOpenStories = 32;  // stories running side by side

struct Story {
  Topic topic;
  std::uint64_t day = 0;  // on which it starts
};

constexpr std::uint64_t kDays = 3652;       // 2014 to 2023
constexpr std::uint64_t kFirstDay = 16071;  // 2014-01-01 in days since 1970

// A rank from any octave of the vocabulary alike, function words and the very common left out.
std::uint64_t topic_rank(Random& random) {
  const std::uint64_t octave = std::uint64_t{1} << random.between(8, 16);
  return octave + random.below(octave);
}

Story make_story(std::uint64_t seed, std::uint64_t number) {
  Random random = stream(seed, Stream::kStory, number);
  Story story;
  for (auto& rank : story.topic.ranks) {
    rank = topic_rank(random);
  }
  for (auto& person : story.topic.people) {
    person = {name_of(random.below(4000)), name_of(random.below(1U << 20))};
  }
  story.topic.place = name_of(random.below(3000));
  story.day = random.below(kDays - 30);
  return story;
}

// The story of an article: one of those that run when it is written, or one of its own.
Story story_of(std::uint64_t seed, std::uint64_t number, Random& random) {
  if (random.chance(667)) {
    return make_story(seed, number / kStorySize + random.below(kOpenStories));
  }
  return make_story(seed, (std::uint64_t{1} << 40) + number);
}

std::string two_digits(std::uint64_t number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

// ISO 8601 for a day since 1970 (Howard Hinnant's civil_from_days) and a second of that day.
std::string iso_date(std::uint64_t day, std::uint64_t second) {
  const std::uint64_t shifted = day + 719468;
  const std::uint64_t era = shifted / 146097;
  const std::uint64_t of_era = shifted % 146097;
  const std::uint64_t year_of_era =
      (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::uint64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::uint64_t march_month = (5 * of_year + 2) / 153;
  const std::uint64_t day_of_month = of_year - (153 * march_month + 2) / 5 + 1;
  const std::uint64_t month = march_month < 10 ? march_month + 3 : march_month - 9;
  const std::uint64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return std::to_string(year) + '-' + two_digits(month) + '-' + two_digits(day_of_month) + 'T' +
         two_digits(second / 3600) + ':' + two_digits(second / 60 % 60) + ':' +
         two_digits(second % 60) + 'Z';
}

struct Publisher {
  std::string name;
  std::string host;
};

Publisher publisher_of(std::uint64_t seed, Random& random) {
  constexpr std::array<std::string_view, 5> kKinds = {"Herald", "Post", "Courier", "Observer",
                                                      "Daily"};
  // Even draws twice over: publisher k has about 1/k of the articles of the first.
  const std::uint64_t number = random.below(random.between(1, 40));
  Random own = stream(seed, Stream::kPublisher, number);
  const std::string place = name_of(own.below(3000));
  const std::string_view kind = kKinds[number % kKinds.size()];
  return {"The " + place + ' ' + std::string(kind), lower(place) + '-' + lower(kind) + ".example"};
}

// 350 words times two to the power of a normal draw: e^0.75 is 1.08 octaves.
std::size_t draw_length(Random& random) {
  constexpr std::array<std::uint64_t, 16> kSixteenthsOfAnOctave = {
      65536, 68438, 71468,  74632,  77936,  81386,  84990,  88752,
      92682, 96785, 101070, 105545, 110218, 115098, 120194, 125515};
  const std::int64_t sixteenths = random.normal() * 108 * 16 / 100 / 65536;
  const std::int64_t shifted = sixteenths + std::int64_t{16} * 8;  // eight octaves down at most
  const auto steps = static_cast<std::uint64_t>(shifted < 0 ? 0 : shifted);
  const std::uint64_t words = (350 * kSixteenthsOfAnOctave[steps % 16] << (steps / 16)) >> (16 + 8);
  return static_cast<std::size_t>(words < 15 ? 15 : words);
}

std::string slug(std::string_view title) {
  std::string result;
  for (const char c : lower(title)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      result += c;
    } else if (!result.empty() && result.back() != '-') {
      result += '-';
    }
  }
  while (!result.empty() && result.back() == '-') {
    result.pop_back();
  }
  return result;
}

}  // namespace

GeneratedArticle ArticleGenerator::article(std::uint64_t number) const {
  Random random = stream(seed_, Stream::kArticle, number);
  Story story = story_of(seed_, number, random);
  const Publisher publisher = publisher_of(seed_, random);
  const std::uint64_t day = kFirstDay + story.day + random.below(30);

  GeneratedArticle article;
  article.id = "generated-" + std::to_string(seed_) + '-' + std::to_string(number);
  article.date = iso_date(day, random.below(86400));
  article.author = name_of(random.below(4000));
  article.author += ' ' + name_of(random.below(1U << 20));
  article.publisher = publisher.name;
  Prose prose(ranks_, std::move(story.topic), random);
  article.title = prose.title();
  article.text = prose.text(draw_length(random));
  article.url = "https://" + publisher.host + '/' + article.date.substr(0, 4) + '/' +
                article.date.substr(5, 2) + '/' + slug(article.title) + '-' +
                std::to_string(number);
  return article;
}

std::string to_jsonl(const GeneratedArticle& article) {
  nlohmann::ordered_json line;
  line["id"] = article.id;
  line["title"] = article.title;
  line["text"] = article.text;
  line["date"] = article.date;
  line["author"] = article.author;
  line["source"] = article.publisher;
  line["url"] = article.url;
  line["lang"] = "en";
  return line.dump() + '\n';
}

}  // namespace lede::bench
