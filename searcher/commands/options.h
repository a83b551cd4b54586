// Options that several commands share.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/output/terminal_style.h"
#include "searcher/search.h"

namespace lede {

// --db: given, else LEDE_DB, else ./lede.db.
class DatabaseOption {
 public:
  void add_to(CLI::App& app);
  [[nodiscard]] std::vector<std::string> paths() const;
  [[nodiscard]] Result<Searcher> open() const;

 private:
  std::vector<std::string> paths_;
};

// An option whose value is one of a few words.
template <typename Value>
CLI::Option* add_choice(CLI::App& app, const std::string& names, Value& value,
                        std::vector<std::pair<std::string, Value>> choices,
                        const std::string& description) {
  std::string all;
  for (const auto& choice : choices) {
    all += (all.empty() ? "" : "|") + choice.first;
  }
  const auto choose = [&value, choices, all](const std::string& typed) {
    for (const auto& choice : choices) {
      if (choice.first == typed) {
        value = choice.second;
        return;
      }
    }
    throw CLI::ValidationError("\"" + typed + "\" is none of " + all);
  };
  return app.add_option_function<std::string>(names, choose, description)->type_name(all);
}

CLI::Option* add_color(CLI::App& app, ColorChoice& color);
CLI::Option* add_match(CLI::App& app, Match& match);
CLI::Option* add_timezone(CLI::App& app, TimeZone& zone);

// --recency and --expand.
void add_ranking(CLI::App& app, SearchRequest& request);

// --facet, several times.
CLI::Option* add_facets(CLI::App& app, std::vector<FacetField>& fields);
// --publisher, --language, --author and --place, each several times.
void add_filters(CLI::App& app, std::vector<FieldFilter>& filters);
// --after and --before.
void add_dates(CLI::App& app, SearchRequest& request);

// Words of the command line that are one text: joined by spaces.
CLI::Option* add_words(CLI::App& app, const std::string& name, std::vector<std::string>& words,
                       const std::string& description);
[[nodiscard]] std::string joined_words(const std::vector<std::string>& words);

// CLI11 takes "[a,b]" for a list of two where several words are allowed. This makes it one word,
// until joined_words and DatabaseOption undo it.
[[nodiscard]] std::string protected_argument(std::string_view argument);

}  // namespace lede
