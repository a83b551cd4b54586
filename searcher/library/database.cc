// The calls of the library: each turns its question round, asks the search inside, and turns the
// answer round.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lede/database.h"

#include <new>
#include <utility>

#include "lede/version.h"
#include "searcher/library/answers.h"
#include "searcher/library/errors.h"
#include "searcher/library/requests.h"
#include "searcher/output/json.h"
#include "searcher/search.h"

namespace lede::v1 {
namespace {

// Programs are promised that nothing is thrown at them but std::bad_alloc.
template <typename Value, typename Action>
Result<Value> guarded(Action action) {
  try {
    return action();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& problem) {
    return Error{ErrorCode::kInternal, problem.what(), ""};
  }
}

// The answer inside as `turn` makes it, or the error.
template <typename Inner, typename Turn>
auto turned(lede::Result<Inner> inner, Turn turn) -> Result<decltype(turn(*std::move(inner)))> {
  if (!inner) {
    return public_error(inner.error());
  }
  return turn(*std::move(inner));
}

}  // namespace

struct Database::Impl {
  std::vector<std::string> paths;
  Searcher searcher;
  std::string revision;  // of `searcher` when it was opened
};

std::string_view version() noexcept { return LEDE_VERSION; }
int format_version() noexcept { return kFormatVersion; }

Database::Database(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const std::string& path) { return open(std::vector{path}); }

Result<Database> Database::open(const std::vector<std::string>& paths) {
  if (paths.empty()) {
    return Error{ErrorCode::kBadParameter, "no database is named", "give the path of one"};
  }
  return guarded<Database>([&]() -> Result<Database> {
    auto searcher = Searcher::open(paths);
    if (!searcher) {
      return public_error(searcher.error());
    }
    const auto stats = searcher->stats();
    if (!stats) {
      return public_error(stats.error());
    }
    return Database(std::make_unique<Impl>(Impl{paths, *std::move(searcher), stats->revision}));
  });
}

Result<Answer> Database::search(const Question& question) {
  return guarded<Answer>([&]() -> Result<Answer> {
    const auto request = request_of(question);
    if (!request) {
      return public_error(request.error());
    }
    return turned(impl_->searcher.search(*request), answer_of);
  });
}

Result<Answer> Database::similar(std::string_view id, const Question& question) {
  return guarded<Answer>([&]() -> Result<Answer> {
    const auto request = request_of(question);
    if (!request) {
      return public_error(request.error());
    }
    return turned(impl_->searcher.similar(id, *request), answer_of);
  });
}

Result<std::vector<Suggestion>> Database::suggest(std::string_view typed, std::size_t limit) {
  return guarded<std::vector<Suggestion>>([&]() -> Result<std::vector<Suggestion>> {
    const auto request = suggest_request(typed, limit);
    if (!request) {
      return public_error(request.error());
    }
    return turned(impl_->searcher.suggest(*request), suggestions_of);
  });
}

Result<Article> Database::article(std::string_view id, std::string_view query) {
  return guarded<Article>(
      [&] { return turned(impl_->searcher.article(id, query, ParseOptions{}), article_of); });
}

Result<Stats> Database::stats() {
  return guarded<Stats>([&] { return turned(impl_->searcher.stats(), stats_of); });
}

Result<bool> Database::refresh() {
  return guarded<bool>([&]() -> Result<bool> {
    auto opened = open(impl_->paths);
    if (!opened) {
      return opened.error();
    }
    const bool moved = opened->impl_->revision != impl_->revision;
    impl_ = std::move(opened->impl_);
    return moved;
  });
}

}  // namespace lede::v1
