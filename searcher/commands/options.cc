// Declaring shared options.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/commands/options.h"

#include <cstdlib>

namespace lede {
namespace {

constexpr char kProtection = '\x01';

std::string unprotected(const std::string& argument) {
  return argument.starts_with(kProtection) ? argument.substr(1) : argument;
}

}  // namespace

std::string protected_argument(std::string_view argument) {
  const bool list = argument.starts_with('[') && argument.ends_with(']');
  return std::string(list ? 1 : 0, kProtection).append(argument);
}

void DatabaseOption::add_to(CLI::App& app) {
  app.add_option("--db", paths_, "Database to search; give it again to search several as one")
      ->type_name("DIR")
      ->allow_extra_args(false);  // else it would take the words of the query too
}

Result<Searcher> DatabaseOption::open() const {
  if (!paths_.empty()) {
    std::vector<std::string> paths;
    for (const auto& path : paths_) {
      paths.push_back(unprotected(path));
    }
    return Searcher::open(paths);
  }
  // Read before any thread is started.
  const char* variable = std::getenv("LEDE_DB");  // NOLINT(concurrency-mt-unsafe)
  const std::string path = variable != nullptr && *variable != '\0' ? variable : "./lede.db";
  return Searcher::open({&path, 1});
}

CLI::Option* add_color(CLI::App& app, ColorChoice& color) {
  return add_choice<ColorChoice>(app, "--color", color,
                                 {{"auto", ColorChoice::kAuto},
                                  {"always", ColorChoice::kAlways},
                                  {"never", ColorChoice::kNever}},
                                 "Colour and links: on a terminal (auto), always or never");
}

CLI::Option* add_match(CLI::App& app, Match& match) {
  return add_choice<Match>(app, "--match", match,
                           {{"auto", Match::kAuto}, {"all", Match::kAll}, {"any", Match::kAny}},
                           "All words or any; auto: all, then fewer if there are few hits");
}

CLI::Option* add_words(CLI::App& app, const std::string& name, std::vector<std::string>& words,
                       const std::string& description) {
  return app.add_option(name, words, description)->required()->type_name("");
}

std::string joined_words(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    text.append(i == 0 ? "" : " ").append(unprotected(words[i]));
  }
  return text;
}

}  // namespace lede
