// Articles go straight from the generator to the writer: without readers there is half as much to
// compile before anything can be measured.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guard/corpus.h"

#include <chrono>
#include <map>

#include "bench/guard/figures.h"
#include "common/article.h"
#include "common/schema.h"
#include "common/text/analyzer.h"
#include "common/xapian_guard.h"
#include "indexer/bulk/database_builder.h"
#include "indexer/document.h"

namespace lede::guard {
namespace {

constexpr std::uint64_t kArticleSeed = 20240531;

int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  return static_cast<int>(number_in(text.substr(at, digits)).value_or(0));
}

// Of "2014-05-31T10:15:00Z".
std::int64_t instant_of(std::string_view date) {
  namespace chrono = std::chrono;
  const chrono::year_month_day day(chrono::year(number_at(date, 0, 4)),
                                   chrono::month(static_cast<unsigned>(number_at(date, 5, 2))),
                                   chrono::day(static_cast<unsigned>(number_at(date, 8, 2))));
  const auto time = chrono::hours(number_at(date, 11, 2)) + chrono::minutes(number_at(date, 14, 2));
  return chrono::seconds(chrono::sys_days(day).time_since_epoch() + time).count();
}

Article to_article(bench::GeneratedArticle&& generated) {
  Article article;
  article.id = std::move(generated.id);
  article.path = "guard/" + article.id + ".txt";
  article.url = std::move(generated.url);
  article.title = std::move(generated.title);
  article.author = std::move(generated.author);
  article.publisher = std::move(generated.publisher);
  article.language = "en";
  article.language_from = "declared";
  article.published = {instant_of(generated.date), DatePrecision::kMinute, "field"};
  article.text = std::move(generated.text);
  return article;
}

void write_articles(const std::string& folder, std::size_t count) {
  Analyzer analyzer;
  DocumentBuilder documents;
  DocumentEncoder encoder;
  BuilderOptions options;
  options.folder = folder;
  DatabaseBuilder database(options);
  for (std::size_t number = 0; number < count; ++number) {
    const Article article = to_article(generator().article(number));
    database.add(encoder.encode(build_document(article, "guard", analyzer, documents)));
  }
  database.finish({{std::string(meta::kSchema), std::string(kSchemaVersion)},
                   {std::string(meta::kAnalyzer), analyzer_fingerprint()}},
                  {});
}

}  // namespace

const bench::ArticleGenerator& generator() {
  static const bench::ArticleGenerator kGenerator(kArticleSeed);
  return kGenerator;
}

Result<void> write_database(const std::string& folder, std::size_t count) {
  return xapian_guard(folder, [&] { write_articles(folder, count); });
}

}  // namespace lede::guard
