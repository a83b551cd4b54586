// browse DATABASE: what is in it, what may be typed, and one article with others like it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <lede/lede.h>

#include <exception>
#include <iostream>

namespace {

void show_counts(lede::v1::Database& database) {
  lede::v1::Question question;
  question.query = "*";
  question.limit = 0;
  question.facets = {lede::v1::Facet::kPublisher};
  question.interval = lede::v1::Interval::kMonth;
  const lede::v1::Answer answer = database.search(question).value();
  for (const lede::v1::FacetValue& publisher : answer.facets.front().values) {
    std::cout << publisher.value << ": " << publisher.count << "\n";
  }
  for (const lede::v1::FacetValue& month : answer.timeline->buckets) {
    std::cout << month.value << ": " << month.count << "\n";
  }
}

void show_suggestions(lede::v1::Database& database) {
  for (const lede::v1::Suggestion& suggestion : database.suggest("har", 3).value()) {
    std::cout << suggestion.text << "?\n";
  }
}

void show_article(lede::v1::Database& database) {
  lede::v1::Question question;
  question.query = "title:harbour";
  question.limit = 1;
  const auto found = database.search(question).value();
  if (found.hits.empty()) {
    return;
  }
  const auto article = database.article(found.hits.front().id).value();
  std::cout << article.title << ": " << article.text.size() << " bytes\n";
  for (const auto& hit : database.similar(article.id).value().hits) {
    std::cout << "  like it: " << hit.title << "\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: browse DATABASE\n";
    return 2;
  }
  try {
    auto database = lede::v1::Database::open(argv[1]).value();
    std::cout << database.stats().value().index.documents << " articles\n";
    show_counts(database);
    show_suggestions(database);
    show_article(database);
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
