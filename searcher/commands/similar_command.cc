// lede-searcher similar ID
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "searcher/commands/hits_command.h"

namespace lede {
namespace {

class SimilarCommand : public HitsCommand {
 public:
  explicit SimilarCommand(CLI::App& program)
      : HitsCommand(program.add_subcommand("similar", "Find articles like one of them")
                        ->group("Commands")) {
    app()
        .add_option("ID", id_, "Id of the article, as search --ids prints it")
        ->required()
        ->type_name("");
    database().add_to(app());
    add_page_options();
    add_filter_options();
    add_format_options();
  }

 protected:
  [[nodiscard]] Result<SearchResponse> answer(Searcher& searcher) override {
    return searcher.similar(id_, request());
  }

 private:
  std::string id_;
};

}  // namespace

std::unique_ptr<Command> make_similar_command(CLI::App& program) {
  return std::make_unique<SimilarCommand>(program);
}

}  // namespace lede
