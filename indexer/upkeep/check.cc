// Whether a database is whole: its tables, every stored article, and that each is found by its id.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/upkeep/check.h"

#include <xapian.h>

#include <array>
#include <filesystem>
#include <map>
#include <sstream>
#include <utility>

#include "common/article_record.h"
#include "common/database.h"
#include "common/schema.h"
#include "common/xapian_guard.h"
#include "indexer/document.h"
#include "indexer/update/file_state.h"

namespace lede {
namespace {

constexpr std::size_t kProblemsKept = 100;

class Checker {
 public:
  explicit Checker(const Xapian::Database& database) : database_(database) {}

  CheckReport run(CheckReport tables) {
    report_ = std::move(tables);
    read_states();
    for (auto docid = database_.postlist_begin(""); docid != database_.postlist_end(""); ++docid) {
      check_article(*docid);
    }
    check_counts();
    return std::move(report_);
  }

 private:
  void problem(const std::string& words) {
    if (report_.problem_count++ < kProblemsKept) {
      report_.problems.push_back(words);
    }
  }

  void read_states() {
    const std::string prefix(meta::kFilePrefix);
    for (auto key = database_.metadata_keys_begin(prefix);
         key != database_.metadata_keys_end(prefix); ++key) {
      const auto file = decode_state(database_.get_metadata(*key));
      if (!file || metadata_key(file->key) != *key) {
        problem("the state of a file is damaged: " + *key);
        continue;
      }
      ++report_.files;
      files_[boolean_term(prefix::kFile, to_string(file->key))].state = file->state;
    }
  }

  void check_article(Xapian::docid docid) {
    ++report_.articles;
    const std::string name = "article " + std::to_string(docid);
    const Xapian::Document document = database_.get_document(docid);
    const auto article = decode_article(document.get_data());
    if (!article) {
      problem(name + ": " + article.error().message);
      return;
    }
    if (unserialise_hash(document.get_value(slot::kContentHash)) != content_hash(*article)) {
      problem(name + " (" + article->id + "): its content is not what was indexed");
    }
    check_id(name, docid, article->id);
    check_file(name, document);
  }

  void check_id(const std::string& name, Xapian::docid docid, const std::string& id) {
    const std::string term = boolean_term(prefix::kId, id);
    auto posting = database_.postlist_begin(term);
    bool found = false;
    std::size_t count = 0;
    for (; posting != database_.postlist_end(term); ++posting, ++count) {
      found = found || *posting == docid;
    }
    if (!found) {
      problem(name + ": not found by its id " + id);
    } else if (count > 1) {
      problem(name + ": shares its id " + id);
    }
  }

  void check_file(const std::string& name, const Xapian::Document& document) {
    auto term = document.termlist_begin();
    term.skip_to(std::string(prefix::kFile));
    if (term == document.termlist_end() || !(*term).starts_with(prefix::kFile)) {
      problem(name + ": of no file");
      return;
    }
    const auto file = files_.find(*term);
    if (file == files_.end()) {
      problem(name + ": of a file that is not known: " + *term);
      return;
    }
    ++file->second.articles;
  }

  // Fewer articles than a file has is right: single articles can be removed.
  void check_counts() {
    for (const auto& [term, file] : files_) {
      if (!file.state.incomplete && file.articles > file.state.records) {
        problem("more articles than its file has: " + term);
      }
    }
    if (report_.articles != database_.get_doccount()) {
      problem("the database counts " + std::to_string(database_.get_doccount()) +
              " articles and has " + std::to_string(report_.articles));
    }
  }

  struct File {
    FileState state;
    std::uint64_t articles = 0;
  };

  Xapian::Database database_;
  CheckReport report_;
  std::map<std::string, File> files_;  // by term
};

// Xapian's own check, which needs no open database.
CheckReport check_tables(const std::string& path) {
  CheckReport report;
  std::ostringstream told;
  const std::size_t errors = Xapian::Database::check(path, 0, &told);
  if (errors > 0) {
    report.problem_count = errors;
    report.problems.push_back("Xapian finds " + std::to_string(errors) +
                              " errors in its tables:\n" + told.str());
  }
  return report;
}

}  // namespace

Result<CheckReport> check_database(const std::string& path) {
  std::error_code error;
  auto tables = std::filesystem::exists(path, error)
                    ? xapian_guard(path, [&] { return check_tables(path); })
                    : Result<CheckReport>();
  if (!tables && tables.error().code == ErrorCode::kIo) {
    // Xapian gives up on some damage: that too is a finding.
    return CheckReport{0, 0, {tables.error().message}, 1};
  }
  if (!tables) {
    return tables;
  }
  auto database = open_databases(std::array{path});
  if (!database) {
    // Damaged tables may look like another program's.
    return tables->problem_count > 0 ? std::move(tables) : fail(std::move(database).error());
  }
  return xapian_guard(path, [&] { return Checker(*database).run(std::move(*tables)); });
}

}  // namespace lede
