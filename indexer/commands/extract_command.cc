// lede-indexer extract: what would be indexed of a file, and where each field was found.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <filesystem>
#include <iostream>
#include <limits>
#include <memory>
#include <vector>

#include "common/database.h"
#include "common/exit_code.h"
#include "common/xapian_guard.h"
#include "indexer/article_json.h"
#include "indexer/commands/command.h"
#include "indexer/update/file_worker.h"
#include "indexer/update/learned_store.h"
#include "indexer/update/prepare.h"
#include "indexer/update/sources.h"
#include "indexer/update/store.h"
#include "indexer/update/walk.h"

namespace lede {
namespace {

struct ExtractArguments {
  std::vector<std::string> files;
  std::string database;  // empty: none
  bool json = false;
};

void print_field(const char* name, const std::string& value, const std::string& from = "") {
  if (!value.empty()) {
    std::cout << name << value << (from.empty() ? "" : "  (" + from + ")") << "\n";
  }
}

// "json-ld, high": where a field was found and how far that is trusted.
std::string origin_of(const Article& article, std::string_view field) {
  for (const FieldOrigin& origin : article.origins) {
    if (origin.field == field) {
      return origin.from + ", " + origin.confidence;
    }
  }
  return {};
}

std::string date_or_nothing(const std::optional<PublishedDate>& date) {
  return date ? date_text(*date) : std::string();
}

void print(const Article& article) {
  print_field("path       ", article.path);
  print_field("title      ", article.title, origin_of(article, "title"));
  print_field("author     ", article.author, origin_of(article, "author"));
  print_field("publisher  ", article.publisher, origin_of(article, "publisher"));
  print_field("agency     ", article.agency, origin_of(article, "agency"));
  print_field("place      ", article.place, origin_of(article, "place"));
  print_field("published  ", date_or_nothing(article.published), origin_of(article, "published"));
  print_field("modified   ", date_or_nothing(article.modified), origin_of(article, "modified"));
  print_field("section    ", article.section, origin_of(article, "section"));
  print_field("language   ", article.language, article.language_from);
  print_field("url        ", article.url, origin_of(article, "url"));
  if (article.invalid_bytes > 0) {
    print_field("not text   ", std::to_string(article.invalid_bytes) + " bytes");
  }
  for (const Zone& zone : article.zones) {
    print_field("taken out  ",
                zone.kind + " " + std::to_string(zone.start) + "-" + std::to_string(zone.end),
                zone.why);
  }
  std::cout << "\n" << article.text << "\n";
}

// Prints what one file gives; counts what it cannot.
class Extractor {
 public:
  explicit Extractor(bool json) : json_(json) {}

  // From now on lines that repeat are known, as they are to an update of this database.
  Result<void> learn_from(const std::string& path) {
    if (const auto database = open_databases(std::array{path}); !database) {
      return fail(database.error());
    }
    auto store = Store::open_dry(path);
    if (!store) {
      return fail(store.error());
    }
    return xapian_guard(path, [&]() -> Result<void> {
      learned_ = read_learned(store->reading()).lines;
      sources_ = Sources(store->sources());
      return {};
    });
  }

  void extract(const std::string& file) {
    FileTask task;
    task.file = file;
    task.key.path = file;
    task.key.source = std::numeric_limits<unsigned>::max();  // of no source folder
    task.named = true;
    if (const auto scope = scope_of(file); scope && sources_.holds(scope->path)) {
      task.key = sources_.key_of(scope->path);
    }
    PrepareOptions options;
    options.learned = &learned_;
    if (const auto found = look_at(file, file)) {
      task.mtime = found->mtime;
    }
    const FileEnd end =
        read_task(task, {},
                  {[&](RawPage&& page, std::uint64_t) {
                     show(make_article(std::move(page), task, task.mtime / kNanoseconds, options));
                   },
                   [&](const FailedRecord& failure) { complain_about(failure.error); }});
    if (end.error) {
      complain_about(*end.error);
    }
  }

  [[nodiscard]] std::size_t failed() const { return failed_; }

 private:
  static constexpr std::int64_t kNanoseconds = 1'000'000'000;

  void show(const Article& article) {
    if (json_) {
      ArticleJsonOptions options;
      options.id = false;
      options.zone_text = false;
      std::cout << json_line(article_json(article, options)) << "\n";
      return;
    }
    std::cout << (shown_++ > 0 ? "\n----\n\n" : "");
    print(article);
  }

  void complain_about(const Error& error) {
    ++failed_;
    complain(error);
  }

  bool json_;
  LearnedLines learned_;
  Sources sources_{{}};
  std::size_t shown_ = 0;
  std::size_t failed_ = 0;
};

int run_extract(const ExtractArguments& arguments) {
  Extractor extractor(arguments.json);
  if (!arguments.database.empty()) {
    if (auto learned = extractor.learn_from(arguments.database); !learned) {
      return complain(learned.error());
    }
  }
  for (const std::string& file : arguments.files) {
    extractor.extract(file);
  }
  std::cout.flush();
  return extractor.failed() > 0 ? kExitNothing : kExitOk;
}

}  // namespace

void add_extract(CommandSet& commands) {
  auto arguments = std::make_shared<ExtractArguments>();  // shared with the callback
  CLI::App* command = commands.app.add_subcommand(
      "extract", "Show what would be indexed of a file: fields, language, text, what is left out");
  command->add_option("FILE", arguments->files, "Files of articles")->required();
  command
      ->add_option("--db", arguments->database,
                   "A database: lines that repeat in its articles are taken out")
      ->type_name("DIR");
  command->add_flag("--json", arguments->json, "One JSON object a line");
  command->callback([&commands, arguments] {
    commands.chosen = [arguments] { return run_extract(*arguments); };
  });
}

}  // namespace lede
