// The search call: parse, plan, match, and only for the page shown, read and cut snippets.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/search.h"

#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <ctime>

#include "common/database.h"
#include "common/schema.h"
#include "common/text/analyzer.h"
#include "common/xapian_guard.h"
#include "searcher/article_matches.h"
#include "searcher/explain.h"
#include "searcher/facets/count_facets.h"
#include "searcher/hit_builder.h"
#include "searcher/index_stats.h"
#include "searcher/match.h"
#include "searcher/paging.h"
#include "searcher/plan/index_languages.h"
#include "searcher/plan/planner.h"
#include "searcher/ranking_options.h"
#include "searcher/similar.h"
#include "searcher/suggest/did_you_mean.h"
#include "searcher/suggest/suggest.h"

namespace lede {
namespace {

// A writer that commits all the time cannot keep a reader from its answer for ever.
constexpr int kReopenTries = 5;
constexpr std::size_t kMaxSuggestions = 100;

std::string join_paths(std::span<const std::string> paths) {
  std::string all;
  for (const std::string& path : paths) {
    all += (all.empty() ? "" : ", ") + path;
  }
  return all;
}

class Stopwatch {
 public:
  [[nodiscard]] double milliseconds() const {
    return std::chrono::duration<double, std::milli>(Clock::now() - started_).count();
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point started_ = Clock::now();
};

}  // namespace

struct Searcher::Impl {
  std::string paths;  // for messages
  Xapian::Database database;
  std::string revision;
  std::vector<IndexLanguage> languages;  // of that revision
  Analyzer analyzer;

  // Throws Xapian::Error.
  void look_around() {
    revision = revision_of(database);
    languages = index_languages(database);
  }

  // Runs `action` again on a newer revision when the one it read was overwritten meanwhile.
  template <typename Action>
  auto on_current_revision(Action action) {
    for (int left = kReopenTries;; --left) {
      auto result = xapian_guard(paths, action);
      if (result || result.error().code != ErrorCode::kDatabaseModified || left == 0) {
        return result;
      }
      if (auto reopened = xapian_guard(paths,
                                       [&] {
                                         database.reopen();
                                         look_around();
                                       });
          !reopened) {
        return decltype(result)(fail(std::move(reopened).error()));
      }
    }
  }

  Result<SearchResponse> search(const SearchRequest& request);
  SuggestResponse suggest(const SuggestRequest& request);
  Result<SearchResponse> similar(std::string_view id, const SearchRequest& request);
  Result<MarkedArticle> marked(std::string_view id, std::string_view query, ParseOptions parse);
  [[nodiscard]] SearchResponse new_response() const;
  [[nodiscard]] std::vector<std::string> tags() const;
  QueryPlan plan(const QueryNode& root, Match match);
  void correct(SearchResponse& response, const ParseOptions& parse, const MatchRequest& match);
  void fill(SearchResponse& response, const MatchPage& page, const QueryPlan& plan,
            const SearchRequest& request);
  void count(SearchResponse& response, const Xapian::Query& shown, const SearchRequest& request);
};

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(std::span<const std::string> paths) {
  auto database = open_databases(paths);
  if (!database) {
    return fail(std::move(database).error());
  }
  auto impl = std::make_unique<Impl>();
  impl->paths = join_paths(paths);
  impl->database = *std::move(database);
  if (auto looked = xapian_guard(impl->paths, [&] { impl->look_around(); }); !looked) {
    return fail(std::move(looked).error());
  }
  return Searcher(std::move(impl));
}

void Searcher::Impl::fill(SearchResponse& response, const MatchPage& page, const QueryPlan& plan,
                          const SearchRequest& request) {
  response.total = page.total;
  response.total_exact = page.total_exact;
  response.relaxed = page.relaxed;
  response.partial = page.partial;
  if (plan.checks->exhausted()) {
    response.warnings.push_back({"check_cut",
                                 "too many articles have the words that must stand together: not "
                                 "all of their texts were read",
                                 0});
  }
  if (!request.facets.empty()) {
    count(response, page.shown, request);
  }
  HitBuilder builder(database, plan.units, analyzer, request);
  for (const MatchedDocument& document : page.documents) {
    Hit hit = builder.build(document);
    response.relaxed = response.relaxed || !hit.missing_words.empty();
    if (request.explain) {
      hit.explanation = Explainer(database, plan).explain(document);
    }
    response.hits.push_back(std::move(hit));
  }
}

SearchResponse Searcher::Impl::new_response() const {
  SearchResponse response;
  response.revision = revision;
  response.documents = database.get_doccount();
  return response;
}

std::vector<std::string> Searcher::Impl::tags() const {
  std::vector<std::string> all;
  for (const IndexLanguage& language : languages) {
    all.push_back(language.tag);
  }
  return all;
}

QueryPlan Searcher::Impl::plan(const QueryNode& root, Match match) {
  return plan_query(root, analyze_query(root, analyzer, tags()), match,
                    {database, languages, analyzer});
}

// Whatever --match says, a correction is judged by the articles that have all the words.
void Searcher::Impl::correct(SearchResponse& response, const ParseOptions& parse,
                             const MatchRequest& match) {
  MatchRequest counting = match;
  counting.limit = 0;
  counting.offset = 0;
  counting.matching_terms = false;
  const auto count = [&](const std::string& query) -> MatchingArticles {
    const auto parsed = parse_query(query, parse);
    if (!parsed || parsed->empty) {
      return {};
    }
    const MatchPage page = match_page(database, plan(parsed->root, Match::kAll), counting);
    return {page.total, page.total_exact};
  };
  response.did_you_mean =
      did_you_mean(response.query, response.parsed.root, {database, analyzer, tags(), count});
}

// Counts take as long again as the search may.
void Searcher::Impl::count(SearchResponse& response, const Xapian::Query& shown,
                           const SearchRequest& request) {
  const auto started = std::chrono::steady_clock::now();
  FacetRequest wanted = request.facets;
  const std::chrono::milliseconds time(request.timeout_ms);
  wanted.seconds = std::chrono::duration<double>(time).count();
  FacetCounts counts = count_facets(database, shown, wanted);
  response.facets = std::move(counts.facets);
  response.timeline = std::move(counts.timeline);
  response.partial = response.partial ||
                     (request.timeout_ms > 0 && std::chrono::steady_clock::now() - started >= time);
  response.total = std::max(response.total, counts.total);
  response.total_exact = !response.partial;
}

Result<SearchResponse> Searcher::Impl::search(const SearchRequest& request) {
  const Stopwatch watch;
  ParseOptions parse = request.parse;
  parse.now = parse.now != 0 ? parse.now : std::time(nullptr);
  auto parsed = parse_query(request.query, parse);
  if (!parsed) {
    return fail(std::move(parsed).error());
  }
  const CursorOwner owner = cursor_owner(database, request, "");
  const auto match = match_request(request, owner, {parse.now, parse.zone});
  if (!match) {
    return fail(match.error());
  }
  SearchResponse response = new_response();
  response.query = request.query;
  response.parsed = *std::move(parsed);
  response.dates = match->filter.dates;
  response.warnings = response.parsed.warnings;
  if (!response.parsed.empty) {
    QueryPlan planned = plan(response.parsed.root, request.match);
    response.warnings.insert(response.warnings.end(), planned.warnings.begin(),
                             planned.warnings.end());
    add_ranking_options(planned, request, database, match->filter, parse.now);
    const MatchPage page = match_page(database, planned, *match);
    fill(response, page, planned, request);
    response.skipped = match->offset + match->seen.size();
    response.next = next_cursor(*match, page, owner);
    const bool few = response.relaxed || response.total < kEnoughHits;
    if (request.did_you_mean && !request.metadata_only && few && !response.partial &&
        request.cursor.empty()) {
      correct(response, parse, *match);
    }
  }
  response.took_ms = watch.milliseconds();
  return response;
}

Result<SearchResponse> Searcher::Impl::similar(std::string_view id, const SearchRequest& request) {
  const Stopwatch watch;
  const std::int64_t now = request.parse.now != 0 ? request.parse.now : std::time(nullptr);
  auto planned = plan_similar(database, id);
  if (!planned) {
    return fail(std::move(planned).error());
  }
  const CursorOwner owner = cursor_owner(database, request, id);
  const auto match = match_request(request, owner, {now, request.parse.zone});
  if (!match) {
    return fail(match.error());
  }
  SearchResponse response = new_response();
  response.similar_to = id;
  response.dates = match->filter.dates;
  add_ranking_options(*planned, request, database, match->filter, now);
  const MatchPage page = match_page(database, *planned, *match);
  fill(response, page, *planned, request);
  response.skipped = match->offset + match->seen.size();
  response.next = next_cursor(*match, page, owner);
  response.took_ms = watch.milliseconds();
  return response;
}

Result<MarkedArticle> Searcher::Impl::marked(std::string_view id, std::string_view query,
                                             ParseOptions parse) {
  parse.now = parse.now != 0 ? parse.now : std::time(nullptr);
  auto parsed = parse_query(query, parse);
  if (!parsed) {
    return fail(std::move(parsed).error());
  }
  auto article = read_article(database, id);
  if (!article) {
    return fail(std::move(article).error());
  }
  MarkedArticle marked{*std::move(article), std::string(query), {}, {}, parsed->warnings};
  if (!parsed->empty) {
    const QueryPlan planned = plan(parsed->root, Match::kAuto);
    const ArticleMatches found =
        ArticleMatcher(planned.units, Match::kAuto).find(marked.article, analyzer);
    marked.title_marks = marks_of(found.title);
    marked.text_marks = marks_of(found.text);
  }
  return marked;
}

SuggestResponse Searcher::Impl::suggest(const SuggestRequest& request) {
  const auto started = std::chrono::steady_clock::now();
  SuggestResponse response;
  response.typed = request.typed;
  response.revision = revision;
  response.documents = database.get_doccount();
  const std::size_t limit = std::min(request.limit, kMaxSuggestions);
  response.suggestions =
      lede::suggest(request.typed, limit, std::time(nullptr), {database, analyzer, languages});
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;
  response.took_ms = took.count();
  return response;
}

Result<SearchResponse> Searcher::search(const SearchRequest& request) {
  return impl_->on_current_revision([&] { return impl_->search(request); });
}

Result<SearchResponse> Searcher::similar(std::string_view id, const SearchRequest& request) {
  return impl_->on_current_revision([&] { return impl_->similar(id, request); });
}

Result<SuggestResponse> Searcher::suggest(const SuggestRequest& request) {
  return impl_->on_current_revision([&] { return impl_->suggest(request); });
}

Result<Article> Searcher::article(std::string_view id) {
  return impl_->on_current_revision([&] { return read_article(impl_->database, id); });
}

Result<MarkedArticle> Searcher::article(std::string_view id, std::string_view query,
                                        const ParseOptions& parse) {
  return impl_->on_current_revision([&] { return impl_->marked(id, query, parse); });
}

Result<IndexStats> Searcher::stats() {
  return impl_->on_current_revision([&] { return index_stats(impl_->database, impl_->languages); });
}

}  // namespace lede
