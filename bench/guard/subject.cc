// Planning alone has no call of its own in Searcher, so it is done here as Searcher does it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guard/subject.h"

#include <span>
#include <utility>
#include <vector>

#include "common/database.h"
#include "common/text/analyzer.h"
#include "common/xapian_guard.h"
#include "searcher/plan/index_languages.h"
#include "searcher/plan/planner.h"
#include "searcher/query/parser.h"
#include "searcher/search.h"

namespace lede::guard {
namespace {

constexpr std::int64_t kNow = 1717200000;
constexpr Xapian::doccount kHits = 10;
constexpr Xapian::doccount kCheckAtLeast = 1000;  // as Lede's matcher asks for

SearchRequest request_for(const std::string& typed, Stage last) {
  SearchRequest request;
  request.query = typed;
  request.limit = kHits;
  request.metadata_only = last == Stage::kMatch;
  request.snippets = last >= Stage::kPassages ? 2 : 0;
  request.did_you_mean = last >= Stage::kSpellings;
  request.parse.now = kNow;
  return request;
}

}  // namespace

struct Subject::Impl {
  // One for each stage but the first: an analyzer remembers texts it has seen, so that passages
  // cost less when another stage had the same ones cut just before.
  std::vector<Searcher> searchers;
  Xapian::Database database;
  std::vector<IndexLanguage> languages;
  std::vector<std::string> tags;
  Analyzer analyzer;

  std::size_t plan(const std::string& typed) {
    ParseOptions options;
    options.now = kNow;
    const auto parsed = parse_query(typed, options);
    if (!parsed) {
      return 0;
    }
    const QueryPlan planned = plan_query(parsed->root, analyze_query(parsed->root, analyzer, tags),
                                         Match::kAuto, {database, languages, analyzer});
    return planned.strict.empty() ? 0 : planned.units.size();
  }
};

Subject::Subject(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Subject::Subject(Subject&&) noexcept = default;
Subject& Subject::operator=(Subject&&) noexcept = default;
Subject::~Subject() = default;

Result<Subject> Subject::open(const std::string& database) {
  std::vector<Searcher> searchers;
  for (std::size_t stage = 1; stage < kStages.size(); ++stage) {
    auto searcher = Searcher::open(std::span(&database, 1));
    if (!searcher) {
      return fail(std::move(searcher).error());
    }
    searchers.push_back(*std::move(searcher));
  }
  auto opened = open_databases(std::span(&database, 1));
  if (!opened) {
    return fail(std::move(opened).error());
  }
  auto impl = std::unique_ptr<Impl>(new Impl{std::move(searchers), *std::move(opened), {}, {}, {}});
  impl->languages = index_languages(impl->database);
  for (const IndexLanguage& language : impl->languages) {
    impl->tags.push_back(language.tag);
  }
  return Subject(std::move(impl));
}

std::size_t Subject::search(const Question& question, Stage last) {
  if (last == Stage::kPlan) {
    return impl_->plan(question.typed);
  }
  Searcher& searcher = impl_->searchers[static_cast<std::size_t>(last) - 1];
  const auto response = searcher.search(request_for(question.typed, last));
  return response ? response->hits.size() : 0;
}

std::size_t Subject::match_raw(const Question& question) {
  Xapian::Enquire enquire(impl_->database);
  enquire.set_query(question.raw);
  return enquire.get_mset(0, kHits, kCheckAtLeast).size();
}

Result<void> Subject::check(const Questions& questions) {
  for (const auto& [query_class, all] : questions) {
    for (const Question& question : all) {
      for (const Stage stage : kStages) {
        if (search(question, stage) == 0) {
          return fail(ErrorCode::kBadQuery, question.typed + ": nothing is found");
        }
      }
      if (match_raw(question) == 0) {
        return fail(ErrorCode::kBadQuery, question.typed + ": raw Xapian finds nothing");
      }
    }
  }
  return {};
}

}  // namespace lede::guard
