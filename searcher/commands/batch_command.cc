// lede-searcher batch FILE.tsv: many queries, one answer after the other.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <iostream>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "common/exit_code.h"
#include "searcher/commands/command.h"
#include "searcher/commands/options.h"
#include "searcher/commands/streams.h"
#include "searcher/output/batch_format.h"

namespace lede {
namespace {

constexpr std::size_t kMostBatchHits = 10'000;
// Queries of test collections are whole paragraphs.
constexpr ParseLimits kBatchLimits{65'536, 1024, 32};
constexpr std::size_t kLongestLine = kBatchLimits.bytes + 4096;

class BatchCommand : public Command {
 public:
  explicit BatchCommand(CLI::App& program)
      : Command(program.add_subcommand("batch", "Answer many queries: lines of ID, tab, query")
                    ->group("Commands")) {
    app()
        .add_option("FILE", file_, "File of queries, or - for standard input")
        ->required()
        ->type_name("");
    database_.add_to(app());
    add_choice<BatchFormat>(app(), "--format", format_,
                            {{"trec", BatchFormat::kTrec},
                             {"jsonl", BatchFormat::kJsonl},
                             {"csv", BatchFormat::kCsv},
                             {"full", BatchFormat::kFull}},
                            "Form of the answers (trec)");
    app()
        .add_option("-n,--limit", request_.limit, "Hits a query (10)")
        ->check(CLI::Range(std::size_t{0}, kMostBatchHits).description(""))
        ->type_name("N");
    add_match(app(), request_.match);
    add_timezone(app(), request_.parse.zone);
    add_ranking(app(), request_);
    app().add_option("--tag", tag_, "Name of the run in TREC answers (lede)")->type_name("NAME");
    request_.parse.limits = kBatchLimits;
  }

  Result<int> run() override {
    request_.metadata_only = format_ != BatchFormat::kFull;
    auto searcher = database_.open();
    if (!searcher) {
      return fail(std::move(searcher).error());
    }
    std::ifstream file;
    if (file_ != "-") {
      file.open(file_, std::ios::binary);
      if (!file) {
        return fail(ErrorCode::kIo, file_ + ": cannot be read", "give a file of queries, or -");
      }
    }
    if (auto printed = print(batch_header(format_)); !printed) {
      return fail(std::move(printed).error());
    }
    if (auto answered = answer_all(*searcher, file_ == "-" ? std::cin : file); !answered) {
      return fail(std::move(answered).error());
    }
    if (failed_ > 0) {
      return kExitError;
    }
    return found_ ? kExitOk : kExitNothing;
  }

 private:
  Result<void> answer_all(Searcher& searcher, std::istream& in) {
    std::vector<char> buffer(kLongestLine + 1);
    for (std::size_t number = 1; in; ++number) {
      in.getline(buffer.data(), static_cast<std::streamsize>(buffer.size()));
      if (in.bad()) {
        return fail(ErrorCode::kIo, file_ + ": cannot be read to its end");
      }
      if (in.fail() && !in.eof()) {
        in.clear();
        in.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
        complain(number, {ErrorCode::kTooLarge, "the line is too long", ""});
        continue;
      }
      auto length = static_cast<std::size_t>(in.gcount());
      length -= !in.eof() && length > 0 ? 1U : 0U;  // the line end is counted too
      if (auto answered = answer(searcher, {buffer.data(), length}, number); !answered) {
        return answered;
      }
    }
    return {};
  }

  // A line that makes no sense is reported and does not stop the others; a broken database does.
  Result<void> answer(Searcher& searcher, std::string_view line, std::size_t number) {
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    if (line.empty()) {
      return {};
    }
    const std::size_t tab = line.find('\t');
    if (tab == 0 || tab == std::string_view::npos) {
      complain(number, {ErrorCode::kUsage, "no id and tab before the query", ""});
      return {};
    }
    request_.query = line.substr(tab + 1);
    const auto response = searcher.search(request_);
    if (!response) {
      if (!is_query_error(response.error().code)) {
        return fail(response.error());
      }
      complain(number, response.error());
      return {};
    }
    found_ = found_ || !response->hits.empty();
    return print(batch_text(format_, line.substr(0, tab), *response, tag_));
  }

  void complain(std::size_t number, const Error& error) {
    ++failed_;
    report({error.code, file_ + ":" + std::to_string(number) + ": " + error.message, error.hint});
  }

  DatabaseOption database_;
  SearchRequest request_;
  BatchFormat format_ = BatchFormat::kTrec;
  std::string file_;
  std::string tag_ = "lede";
  std::size_t failed_ = 0;
  bool found_ = false;
};

}  // namespace

std::unique_ptr<Command> make_batch_command(CLI::App& program) {
  return std::make_unique<BatchCommand>(program);
}

}  // namespace lede
