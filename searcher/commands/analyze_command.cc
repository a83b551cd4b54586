// lede-searcher analyze TEXT…: the words the index has of a text, without a database.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "common/exit_code.h"
#include "common/text/language.h"
#include "searcher/commands/command.h"
#include "searcher/commands/options.h"
#include "searcher/commands/streams.h"
#include "searcher/output/analysis.h"

namespace lede {
namespace {

class AnalyzeCommand : public Command {
 public:
  explicit AnalyzeCommand(CLI::App& program)
      : Command(program.add_subcommand("analyze", "Show the words the index has of a text")
                    ->group("Commands")) {
    add_words(app(), "TEXT", words_, "Text, or - for standard input");
    app().add_option("--lang", language_, "Language of the text (auto)")->type_name("auto|xx");
    app().add_flag("--json", json_, "Print it as JSON");
  }

  Result<int> run() override {
    std::string text = joined_words(words_);
    if (text == "-") {
      text.assign(std::istreambuf_iterator<char>(std::cin), {});
    }
    const bool detected = language_ == "auto";
    const std::string language = detected ? detect_language(text) : normalize_language(language_);
    if (!detected && language.empty()) {
      return fail(ErrorCode::kUsage, "--lang " + language_ + ": not a language we know",
                  "give a tag such as en, or auto");
    }
    const Analysis analysis = analyze_text(std::move(text), language,
                                           language.empty() ? ""
                                           : detected       ? "detected"
                                                            : "option");
    const auto shown =
        json_ ? analysis_json(analysis, JsonLayout::kIndented) + "\n" : analysis_text(analysis);
    if (auto printed = print(shown); !printed) {
      return fail(std::move(printed).error());
    }
    return kExitOk;
  }

 private:
  std::vector<std::string> words_;
  std::string language_ = "auto";
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_analyze_command(CLI::App& program) {
  return std::make_unique<AnalyzeCommand>(program);
}

}  // namespace lede
