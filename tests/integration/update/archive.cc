// A folder of articles and its database, for tests that update one from the other.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/update/archive.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "common/article_record.h"
#include "common/schema.h"
#include "indexer/article_json.h"
#include "indexer/upkeep/check.h"

namespace lede::test {
namespace {

namespace fs = std::filesystem;

std::string describe(const Xapian::Document& document) {
  const auto article = decode_article(document.get_data());
  if (!article) {
    throw std::runtime_error(article.error().message);
  }
  std::string said = json_line(article_json(*article, {}));
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    said += "\n" + *term + " " + std::to_string(term.get_wdf());
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
      said += " " + std::to_string(*at);
    }
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    if (value.get_valueno() != slot::kFirstIndexed) {
      said += "\nvalue " + std::to_string(value.get_valueno()) + " " + *value;
    }
  }
  return said;
}

std::atomic<bool> never{false};

}  // namespace

IndexedArticles indexed_articles(const std::string& database) {
  const Xapian::Database opened(database);
  IndexedArticles articles;
  for (auto docid = opened.postlist_begin(""); docid != opened.postlist_end(""); ++docid) {
    const Xapian::Document document = opened.get_document(*docid);
    const std::string id = decode_article(document.get_data()).value().id;
    if (!articles.emplace(id, describe(document)).second) {
      throw std::runtime_error("two articles have the id " + id);
    }
  }
  return articles;
}

std::string difference(const IndexedArticles& found, const IndexedArticles& expected) {
  std::string said;
  for (const auto& [id, article] : found) {
    const auto other = expected.find(id);
    if (other == expected.end()) {
      said += "too much: " + id + "\n";
    } else if (article != other->second) {
      const auto at =
          std::mismatch(article.begin(), article.end(), other->second.begin(), other->second.end());
      said += "differs: " + id + " from \"" +
              article.substr(static_cast<std::size_t>(at.first - article.begin()), 60) + "\"\n";
    }
  }
  for (const auto& [id, article] : expected) {
    said += found.contains(id) ? "" : "missing: " + id + "\n";
  }
  return said;
}

void Archive::write(const std::string& name, const std::string& bytes) const {
  const auto file = dir_.write("articles/" + name, bytes);
  // Another time for other bytes, as a clock of enough grain would give.
  const auto ago =
      std::chrono::hours(24) + std::chrono::milliseconds(std::hash<std::string>{}(bytes) % 10000);
  fs::last_write_time(file, fs::file_time_type::clock::now() - ago);
}

void Archive::remove(const std::string& name) const { fs::remove_all(fs::path(folder()) / name); }

void Archive::rename(const std::string& from, const std::string& to) const {
  fs::create_directories((fs::path(folder()) / to).parent_path());
  fs::rename(fs::path(folder()) / from, fs::path(folder()) / to);
}

UpdateOptions Archive::options(const UpdateOptions& given) const {
  UpdateOptions options = given;
  if (options.database.empty()) {
    options.database = database();
  }
  if (options.paths.empty()) {
    options.paths = {folder()};
  }
  return options;
}

UpdateResult Archive::update(const UpdateOptions& given) {
  failures.clear();
  changes.clear();
  skips.clear();
  UpdateObserver observer;
  observer.failed = [this](const FailedPath& failure) { failures.push_back(failure); };
  observer.skipped = [this](const FailedPath& skip) { skips.push_back(skip.error.message); };
  observer.changed = [this](ChangeKind kind, const std::string& id, const std::string& path) {
    static const char* const kNames[] = {"added ", "updated ", "removed ", "moved "};
    changes.push_back(kNames[static_cast<int>(kind)] + id + " " + path);
  };
  const auto result = lede::update(options(given), never, observer);
  if (!result) {
    ADD_FAILURE() << result.error().message;
    return {};
  }
  return *result;
}

IndexedArticles Archive::clean_build(const UpdateOptions& given) const {
  UpdateOptions fresh = options(given);
  const TempDir elsewhere;
  fresh.database = (elsewhere.path() / "clean.db").string();
  const auto result = lede::update(fresh, never, {});
  if (!result) {
    ADD_FAILURE() << result.error().message;
    return {};
  }
  return indexed_articles(fresh.database);
}

std::vector<std::string> Archive::ids() const {
  std::vector<std::string> ids;
  for (const auto& [id, said] : articles()) {
    ids.push_back(id);
  }
  return ids;
}

std::string json_article(const std::string& id, const std::string& title, const std::string& text) {
  nlohmann::ordered_json json = {{"title", title}, {"text", text}};
  if (!id.empty()) {
    json["id"] = id;
  }
  return json.dump() + "\n";
}

std::string plain(const std::string& title) {
  return title + "\n\nThe first paragraph of " + title + ".\n\nThe second one follows.\n";
}

void expect_whole(const Archive& archive) {
  const auto report = check_database(archive.database());
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_TRUE(report->problems.empty()) << report->problems.front();
}

}  // namespace lede::test
