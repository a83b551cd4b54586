// lede-searcher search QUERY…
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include "searcher/commands/hits_command.h"

namespace lede {
namespace {

constexpr const char* kSearchExamples =
    "Examples:\n"
    "  lede-searcher search harbour wall\n"
    "  lede-searcher search '\"harbour wall\" (flood OR storm)' --sort newest\n"
    "  lede-searcher search ferry date:2024-05..2024-06 source:gazette -n 3\n"
    "  lede-searcher search -- ferry -strike      (-- lets a word start with a dash)\n"
    "Exit codes: 0 hits, 1 none, 2 usage or error, 3 database missing or broken, 75 try again";

class SearchCommand : public HitsCommand {
 public:
  explicit SearchCommand(CLI::App& program)
      : HitsCommand(program.add_subcommand("search", "Find articles and show why they match")
                        ->group("Commands")) {
    app().footer(kSearchExamples);
    add_words(app(), "QUERY", words_, "What to look for");
    database().add_to(app());
    add_page_options();
    add_match(app(), request().match);
    add_filter_options();
    app().add_flag_callback(
        "--no-did-you-mean", [this] { request().did_you_mean = false; },
        "Do not look for other spellings when there are few hits");
    app().add_flag("--strict", request().parse.strict,
                   "Refuse a query that is not understood whole");
    add_format_options();
  }

 protected:
  [[nodiscard]] Result<SearchResponse> answer(Searcher& searcher) override {
    request().query = joined_words(words_);
    return searcher.search(request());
  }

 private:
  std::vector<std::string> words_;
};

}  // namespace

std::unique_ptr<Command> make_search_command(CLI::App& program) {
  return std::make_unique<SearchCommand>(program);
}

}  // namespace lede
