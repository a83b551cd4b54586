// lede-searcher show ID
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "common/exit_code.h"
#include "searcher/commands/command.h"
#include "searcher/commands/options.h"
#include "searcher/commands/streams.h"
#include "searcher/output/article_text.h"
#include "searcher/output/json.h"

namespace lede {
namespace {

class ShowCommand : public Command {
 public:
  explicit ShowCommand(CLI::App& program)
      : Command(program.add_subcommand("show", "Print one article as it is indexed")
                    ->group("Commands")) {
    app()
        .add_option("ID", id_, "Id of the article, as search --ids prints it")
        ->required()
        ->type_name("");
    database_.add_to(app());
    app().add_flag("--json", json_, "Print all its fields as JSON");
    app().add_flag("--text", text_, "Print its text and nothing else");
    add_color(app(), color_);
  }

  Result<int> run() override {
    if (json_ && text_) {
      return fail(ErrorCode::kUsage, "--json and --text exclude each other");
    }
    auto searcher = database_.open();
    if (!searcher) {
      return fail(std::move(searcher).error());
    }
    const auto article = searcher->article(id_);
    if (!article) {
      return fail(article.error());
    }
    if (auto printed = print(form_of(*article)); !printed) {
      return fail(std::move(printed).error());
    }
    return kExitOk;
  }

 private:
  [[nodiscard]] std::string form_of(const Article& article) const {
    if (json_) {
      return article_json(article, JsonLayout::kIndented) + "\n";
    }
    const TerminalFacts facts = stdout_facts();
    if (text_) {
      // A terminal must not be commanded by what it shows; a program gets the bytes as they are.
      return facts.is_terminal ? paragraphs_text(article.text, terminal_style(color_, facts).width)
                               : article.text + "\n";
    }
    return article_text(article, terminal_style(color_, facts));
  }

  DatabaseOption database_;
  std::string id_;
  ColorChoice color_ = ColorChoice::kAuto;
  bool json_ = false;
  bool text_ = false;
};

}  // namespace

std::unique_ptr<Command> make_show_command(CLI::App& program) {
  return std::make_unique<ShowCommand>(program);
}

}  // namespace lede
