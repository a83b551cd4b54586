// lede-searcher when something is wrong: each case has its own exit code and says what to do.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <xapian.h>

#include <filesystem>

#include "tests/cli/searcher_cli.h"

namespace lede {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

using SearcherErrors = test::SearcherCli;

TEST_F(SearcherErrors, TellsNoHitsFromABadQueryFromABrokenDatabase) {
  const auto none = run({"search", "qqqzzz"});
  EXPECT_EQ(none.exit_code, 1);
  EXPECT_THAT(none.out, IsEmpty());
  EXPECT_THAT(none.err, StartsWith("no articles"));

  const auto bad = run({"search", "--strict", "nosuchfield:x (harbour"});
  EXPECT_EQ(bad.exit_code, 2);
  EXPECT_THAT(bad.err, StartsWith("lede-searcher: "));

  const test::TempDir folder;
  const auto path = build(folder, "a.jsonl", R"({"id":"a","title":"T","text":"A harbour."})");
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    std::filesystem::resize_file(entry.path(), 3);
  }
  const auto broken = run({"search", "harbour", "--db", path});
  EXPECT_EQ(broken.exit_code, 3);
  EXPECT_THAT(broken.err, HasSubstr(path));
  EXPECT_THAT(broken.err, Not(HasSubstr("no articles")));
}

TEST_F(SearcherErrors, NamesAMissingDatabaseAndHowToMakeOne) {
  for (const char* command : {"search", "show"}) {
    const auto result = run({command, "harbour", "--db", "/no/such/place.db"});
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(result.err, HasSubstr("/no/such/place.db"));
    EXPECT_THAT(result.err, HasSubstr("\n  hint: build one with: lede-indexer update"));
  }
}

// As it stands there from the beginning of a first build to its end.
TEST_F(SearcherErrors, TellsADatabaseWithoutAnIndexYetFromAForeignOne) {
  const test::TempDir folder;
  const std::string path = folder.path() / "empty";
  const Xapian::WritableDatabase building(path, Xapian::DB_CREATE);
  const auto result = run({"search", "harbour", "--db", path});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.err, HasSubstr(path + ": nothing is indexed here yet"));
  EXPECT_THAT(result.err, HasSubstr("hint: if a first build is under way, wait for it"));
  EXPECT_THAT(result.err, Not(HasSubstr("not made by Lede")));
}

TEST_F(SearcherErrors, RefusesTheDatabaseOfAnotherProgram) {
  const test::TempDir folder;
  const std::string path = folder.path() / "other";
  {
    Xapian::WritableDatabase other(path, Xapian::DB_CREATE);
    Xapian::Document document;
    document.add_term("harbour");
    other.add_document(document);
    other.commit();
  }
  const auto result = run({"search", "harbour", "--db", path});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.err, HasSubstr(path));
  EXPECT_THAT(result.err, HasSubstr("hint: "));
}

TEST_F(SearcherErrors, RefusesArgumentsThatMakeNoSense) {
  const std::vector<std::vector<std::string>> cases = {
      {},
      {"seek"},
      {"search"},
      {"search", "harbour", "--bogus"},
      {"search", "harbour", "--sort", "upwards"},
      {"search", "harbour", "-n", "many"},
      {"search", "harbour", "-n", "10001"},
      {"search", "harbour", "--offset", "-1"},
      {"search", "harbour", "--snippets", "101"},
      {"search", "harbour", "--json", "--ids"},
      {"search", "harbour", "--after", "yesteryear"},
      {"search", "harbour", "--timezone", "Mars/Olympus"},
      {"search", "harbour", "--color", "mauve"},
      {"batch"},
      {"batch", "/no/such/file.tsv"},
      {"show"},
      {"show", "wall-1", "--json", "--text"},
      {"parse"},
      {"analyze", "text", "--lang", "qqqqq"},
      {"--bogus"},
  };
  for (const auto& arguments : cases) {
    const auto result = run(arguments);
    EXPECT_EQ(result.exit_code, 2) << testing::PrintToString(arguments);
    EXPECT_THAT(result.out, IsEmpty()) << testing::PrintToString(arguments);
    EXPECT_THAT(result.err, StartsWith("lede-searcher: ")) << testing::PrintToString(arguments);
  }
}

TEST_F(SearcherErrors, NamesTheTimeZoneThatIsNone) {
  for (const std::string command : {"search", "parse"}) {
    const auto result = run({command, "harbour", "--timezone", "Mars/Olympus"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err, HasSubstr("\"Mars/Olympus\"")) << command;
  }
}

TEST_F(SearcherErrors, NamesTheLimitThatALongQueryPasses) {
  const auto result = run({"search", std::string(5000, 'x')});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("2048"));
}

TEST_F(SearcherErrors, WarnsAndAnswersAllTheSame) {
  const auto result = run({"search", "(harbour"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, HasSubstr("warning: "));
  EXPECT_THAT(run({"search", "(harbour", "--ids"}).err, HasSubstr("warning: "));
}

TEST_F(SearcherErrors, LetsNoQueryCommandTheTerminal) {
  const auto result = run_on_terminal({"show",
                                       "\x1b[2Jx\xC2\x9B"
                                       "31m"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(result.out, Not(HasSubstr("\xC2\x9B")));
}

TEST_F(SearcherErrors, EndsQuietlyWhenNobodyReads) {
  for (const char* reader : {"head -n 1", "true"}) {
    const auto result =
        run_shell("\"$LEDE\" search harbour --snippets 100 2>/dev/null | " + std::string(reader));
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_THAT(result.err, IsEmpty());
  }
  const auto ignored = run_shell(
      "trap '' PIPE; i=0; while [ $i -lt 3000 ]; do echo \"$i\tharbour\"; i=$((i+1)); done |"
      " \"$LEDE\" batch - | head -n 1");
  EXPECT_EQ(ignored.exit_code, 0);
  EXPECT_THAT(ignored.err, IsEmpty());
  EXPECT_EQ(test::lines_of(ignored.out).size(), 1U);
}

TEST_F(SearcherErrors, ReportsAFullDisk) {
  const auto result = run_shell("\"$LEDE\" search harbour > /dev/full");
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("cannot write to standard output: No space left on device"));
}

}  // namespace
}  // namespace lede
