// Search itself: the one call behind the command line, HTTP and everything else.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/result.h"
#include "searcher/explanation.h"
#include "searcher/facets/facets.h"
#include "searcher/query/parser.h"
#include "searcher/suggest/suggestion.h"

namespace lede {

enum class Match : std::uint8_t {
  kAuto,  // all words; when a page is not filled, or of many words, fewer: hits say which they lack
  kAll,
  kAny,
};

// Whether newer articles rank a little higher (see searcher/recency.h).
enum class Recency : std::uint8_t { kNone, kMild, kStrong };

enum class Sort : std::uint8_t { kRelevance, kNewest, kOldest };

struct SearchRequest {
  std::string query;
  Match match = Match::kAuto;
  Sort sort = Sort::kRelevance;
  std::size_t limit = 10;            // hits a page; at most 10,000
  std::size_t offset = 0;            // hits to skip
  std::string cursor;                // `next` of the answer before; empty for the first page
  std::size_t snippets = 2;          // passages a hit; 0 for none
  std::size_t snippet_bytes = 240;   // about how long one passage may be
  std::string after;                 // a date as in the query language; inclusive; empty for none
  std::string before;                // exclusive
  std::vector<FieldFilter> filters;  // only articles that pass
  std::uint32_t timeout_ms = 0;      // 0 for none; when it passes, what was found so far
  bool metadata_only = false;        // ids and scores only: no article is read
  bool did_you_mean = true;          // look for other spellings when there are few hits
  Recency recency = Recency::kNone;
  bool expand = false;   // rank by words of the best hits too
  bool explain = false;  // say where each score comes from
  FacetRequest facets;   // what to count over all that match; usually nothing
  ParseOptions parse;    // `now` of 0 is the clock's; the zone is that of all dates
};

// Byte ranges [from, to) of a text, ascending, not overlapping, at character boundaries: what
// matched and nothing else.
using Marks = std::vector<std::pair<std::size_t, std::size_t>>;

// A passage of an article.
struct Snippet {
  std::string field;      // "text" or "title"
  std::size_t start = 0;  // where the passage starts in the article's field: UTF-8 bytes
  std::string text;
  Marks marks;  // of `text`
};

struct Hit {
  std::string id;
  double score = 0;  // comparable within one answer only
  std::string title;
  Marks title_marks;
  std::string url;
  std::string path;  // relative to its source folder
  std::string file;  // absolute path of the file, where the source folder is known
  std::string publisher;
  std::string agency;
  std::string author;
  std::string place;
  std::string section;
  std::string language;
  std::optional<PublishedDate> published;
  std::vector<std::string> missing_words;  // query words this hit lacks
  std::vector<Snippet> snippets;
  std::optional<Explanation> explanation;  // when asked for
};

// A query that was probably meant: as typed, but for the words corrected.
struct DidYouMean {
  std::string query;
  std::uint64_t total = 0;  // articles that have all its words: more than the typed query's
  bool total_exact = true;  // false: at least `total`
};

struct SearchResponse {
  std::string query;        // as typed
  std::string similar_to;   // id of the article that others were compared with; else empty
  ParsedQuery parsed;       // as understood
  DateRange dates;          // the request's `after` and `before`, resolved
  bool relaxed = false;     // some hits lack words
  std::uint64_t total = 0;  // matching articles; how far to trust it says total_exact
  bool total_exact = true;  // false: at least `total`
  bool partial = false;     // the time limit passed first
  double took_ms = 0;
  std::string revision;         // of the database
  std::uint64_t documents = 0;  // in it
  std::uint64_t skipped = 0;    // hits before these: of earlier pages
  std::vector<Hit> hits;
  std::string next;                        // cursor of the next page; empty when there is none
  std::optional<DidYouMean> did_you_mean;  // only when few articles have all the words
  std::vector<Facet> facets;               // of all articles counted in `total`
  std::optional<Timeline> timeline;        // likewise
  std::vector<QueryWarning> warnings;
};

// An article, and what of it a query matches.
struct MarkedArticle {
  Article article;
  std::string query;  // as typed
  Marks title_marks;
  Marks text_marks;
  std::vector<QueryWarning> warnings;
};

// What `lede-searcher stats` tells.
struct IndexStats {
  std::uint64_t documents = 0;
  std::string revision;
  std::string schema;
  std::string analyzer;
  std::vector<std::pair<std::string, std::uint64_t>> languages;  // tag, articles; most first
  std::optional<std::int64_t> oldest;  // published, seconds since 1970 UTC
  std::optional<std::int64_t> newest;
};

// An open database, or several searched as one. One for each thread; never shared.
class Searcher {
 public:
  // Errors: kDatabaseMissing, kDatabaseCorrupt, kDatabaseForeign; the path is named.
  static Result<Searcher> open(std::span<const std::string> paths);

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;
  ~Searcher();

  // No hits is a response without hits. Errors: is_query_error (a limit, or a warning when
  // strict), kUsage (a bad `after`, `before` or `cursor`), kDatabaseCorrupt, kDatabaseModified.
  Result<SearchResponse> search(const SearchRequest& request);

  // Articles like the one with this id, most alike first, without itself. Of `request` all counts
  // but `query`, `match` and `parse.limits`. Errors: also kNotFound.
  Result<SearchResponse> similar(std::string_view id, const SearchRequest& request);

  // What may be typed next. Errors: kDatabaseCorrupt, kDatabaseModified.
  Result<SuggestResponse> suggest(const SuggestRequest& request);

  // The stored article, or kNotFound.
  Result<Article> article(std::string_view id);

  // The same with all that `query` matches in it marked, wherever it stands; nothing where it does
  // not match. Errors: kNotFound; is_query_error.
  Result<MarkedArticle> article(std::string_view id, std::string_view query,
                                const ParseOptions& parse);

  Result<IndexStats> stats();

 private:
  struct Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace lede
