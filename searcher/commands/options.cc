// Declaring shared options.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/commands/options.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

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

std::vector<std::string> DatabaseOption::paths() const {
  if (!paths_.empty()) {
    std::vector<std::string> paths;
    for (const auto& path : paths_) {
      paths.push_back(unprotected(path));
    }
    return paths;
  }
  // Read before any thread is started.
  const char* variable = std::getenv("LEDE_DB");  // NOLINT(concurrency-mt-unsafe)
  return {variable != nullptr && *variable != '\0' ? variable : "./lede.db"};
}

Result<Searcher> DatabaseOption::open() const { return Searcher::open(paths()); }

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
                           "All words or any; auto: all, then fewer; many words by rank");
}

void add_ranking(CLI::App& app, SearchRequest& request) {
  add_choice<Recency>(
      app, "--recency", request.recency,
      {{"none", Recency::kNone}, {"mild", Recency::kMild}, {"strong", Recency::kStrong}},
      "Rank new articles higher (none)");
  app.add_flag("--expand", request.expand, "Rank by words of the best hits too");
}

CLI::Option* add_facets(CLI::App& app, std::vector<FacetField>& fields) {
  std::string all;
  for (const FacetField field : kFacetFields) {
    all.append(all.empty() ? "" : "|").append(facet_name(field));
  }
  const auto add = [&fields, all](const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      const auto* const field =
          std::find_if(std::begin(kFacetFields), std::end(kFacetFields),
                       [&](FacetField known) { return facet_name(known) == name; });
      if (field == std::end(kFacetFields)) {
        std::string problem = "\"";
        problem.append(name).append("\" is none of ").append(all);
        throw CLI::ValidationError(problem);
      }
      if (std::find(fields.begin(), fields.end(), *field) == fields.end()) {
        fields.push_back(*field);
      }
    }
  };
  return app
      .add_option_function<std::vector<std::string>>(
          "--facet", add, "Count the values of this field; give it again for more fields")
      ->type_name(all)
      ->allow_extra_args(false);  // else it would take the words of the query too
}

void add_filters(CLI::App& app, std::vector<FieldFilter>& filters) {
  for (const FacetField field :
       {FacetField::kPublisher, FacetField::kLanguage, FacetField::kAuthor, FacetField::kPlace}) {
    const auto add = [&filters, field](const std::vector<std::string>& values) {
      for (const std::string& value : values) {
        filters.push_back({field, value});
      }
    };
    const std::string name(facet_name(field));
    app.add_option_function<std::vector<std::string>>(
           "--" + name, add, "Only articles whose " + name + " is exactly so; one of several")
        ->type_name("VALUE")
        ->allow_extra_args(false);
  }
}

void add_dates(CLI::App& app, SearchRequest& request) {
  app.add_option("--after", request.after, "Only articles of this date or later")
      ->type_name("DATE");
  app.add_option("--before", request.before, "Only articles before this date")->type_name("DATE");
}

CLI::Option* add_timezone(CLI::App& app, TimeZone& zone) {
  const auto choose = [&zone](const std::string& name) {
    const auto found = TimeZone::find(name);
    if (!found) {
      throw CLI::ValidationError(found.error().message + "; " + found.error().hint);
    }
    zone = *found;
  };
  return app
      .add_option_function<std::string>("--timezone", choose,
                                        "Where days begin: a name such as Europe/Kyiv (UTC)")
      ->type_name("ZONE");
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
