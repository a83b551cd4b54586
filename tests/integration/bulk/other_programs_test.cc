// Other programs that read Xapian databases read ours: each says of a database written in bulk
// what it says of its twin. A program that is not installed is skipped, and that is told.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <random>
#include <regex>
#include <string>
#include <thread>
#include <vector>

#include "tests/integration/bulk/random_documents.h"
#include "tests/integration/bulk/twins.h"
#include "tests/support/database_difference.h"
#include "tests/support/run_program.h"
#include "tests/support/started_program.h"

namespace lede {
namespace {

using test::ProgramOptions;
using test::Twins;

#define LEDE_NEED_PROGRAM(program)                                                   \
  if (!std::filesystem::exists(program)) {                                           \
    GTEST_SKIP() << "not installed: " << (program) << ", so nothing is known of it"; \
  }

class OtherPrograms : public testing::Test {
 protected:
  OtherPrograms() {
    std::mt19937 random(11);
    test::RandomDocuments documents(random, {});
    for (int i = 0; i < 200; ++i) {
      twins_.add(documents.next());
    }
    DocumentBuilder builder;
    builder.add_posting("harbour", 1, 1);
    builder.add_posting("master", 2, 1);
    builder.set_data("sample=The harbour master\ntype=text");
    twins_.add(builder.finish());
    twins_.finish({{"key", "value"}});
  }

  // What `arguments`, with the database's path put in the place of "DB", prints; without that path
  // and the database's UUID, which must differ.
  [[nodiscard]] static std::string said_of(const std::string& database,
                                           std::vector<std::string> arguments,
                                           const ProgramOptions& options = {}) {
    for (std::string& argument : arguments) {
      argument = argument == "DB" ? database : argument;
    }
    const auto result = test::run_program(arguments, options);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    static const std::regex kUuid("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    std::string said = std::regex_replace(result.out + result.err, kUuid, "UUID");
    for (auto at = said.find(database); at != std::string::npos; at = said.find(database)) {
      said.replace(at, database.size(), "DB");
    }
    return said;
  }

  void expect_same(const std::vector<std::string>& arguments, const std::string& expected) const {
    const std::string of_bulk = said_of(twins_.bulk(), arguments);
    EXPECT_TRUE(of_bulk == said_of(twins_.api(), arguments));
    EXPECT_THAT(of_bulk, testing::HasSubstr(expected));
  }

  Twins twins_;
};

TEST_F(OtherPrograms, Delve) {
  const std::string program = "/usr/bin/xapian-delve";
  LEDE_NEED_PROGRAM(program)
  expect_same({program, "DB"}, "number of documents = 201");
  expect_same({program, "-a", "-v", "DB"}, "harbour");
  expect_same({program, "-t", "harbour", "-v", "DB"}, "201");
  expect_same({program, "-r", "201", "-d", "-v", "DB"}, "The harbour master");
  expect_same({program, "-V0", "DB"}, "Value 0");
}

TEST_F(OtherPrograms, Check) {
  const std::string program = "/usr/bin/xapian-check";
  LEDE_NEED_PROGRAM(program)
  EXPECT_THAT(said_of(twins_.bulk(), {program, "DB", "F"}), testing::HasSubstr("No errors found"));
}

TEST_F(OtherPrograms, Quest) {
  const std::string program = "/usr/bin/quest";
  LEDE_NEED_PROGRAM(program)
  const auto ask = [&](const std::string& database, const std::string& query) {
    return said_of(database, {program, "--db=" + database, "--stemmer=none",
                              "--flags=default,wildcard,boolean_any_case", query});
  };
  for (const std::string query :
       {"harbour", "\"harbour master\"", "harb*", "master NEAR harbour"}) {
    EXPECT_EQ(ask(twins_.bulk(), query), ask(twins_.api(), query)) << query;
    EXPECT_THAT(ask(twins_.bulk(), query), testing::HasSubstr("The harbour master")) << query;
  }
  EXPECT_EQ(ask(twins_.bulk(), "nothing"), ask(twins_.api(), "nothing"));
}

TEST_F(OtherPrograms, Python) {
  const std::string program = "/usr/bin/python3";
  LEDE_NEED_PROGRAM(program)
  if (test::run_program({program, "-c", "import xapian"}).exit_code != 0) {
    GTEST_SKIP() << "not installed: python3-xapian, so nothing is known of it";
  }
  expect_same({program, "-c", R"(
import sys, xapian
db = xapian.Database(sys.argv[1])
print(db.get_doccount(), db.get_lastdocid(), db.get_avlength(), db.get_metadata(b"key"))
for term in db:
    print(term.term, term.termfreq)
    for posting in db.postlist(term.term):
        print(posting.docid, posting.wdf, posting.doclength, list(posting.positer))
for posting in db.postlist(""):
    document = db.get_document(posting.docid)
    print(document.get_data(), [(value.num, value.value) for value in document.values()])
    print([(term.term, term.wdf) for term in document])
)",
               "DB"},
              "(b'harbour', 1), (b'master', 1)");
}

TEST_F(OtherPrograms, Omega) {
  const std::string program = "/usr/lib/cgi-bin/omega/omega";
  LEDE_NEED_PROGRAM(program)
  const std::string folder = twins_.dir().path().string();
  twins_.dir().write("templates/ours",
                     "$msize hits$hitlist{|$id $field{sample} $percentage $terms}\n");
  ProgramOptions options;
  options.environment = {
      {"OMEGA_CONFIG_FILE",
       twins_.dir().write("omega.conf", "database_dir " + folder + "\ntemplate_dir " + folder +
                                            "/templates\nlog_dir " + folder + "\n")}};
  const auto ask = [&](const std::string& database) {
    return said_of(database, {program, "DB=" + database, "P=\"harbour master\"", "FMT=ours"},
                   options);
  };
  EXPECT_EQ(ask("bulk"), ask("api"));
  EXPECT_THAT(ask("bulk"), testing::HasSubstr("|201 The harbour master"));
}

// A database behind a server of its own.
struct Served {
  std::unique_ptr<test::StartedProgram> server;
  Xapian::Database database;
};

// No port is known to be free: some are tried.
std::optional<Served> served(const std::string& program, const std::string& path) {
  static std::mt19937 random(static_cast<unsigned>(getpid()));
  for (int attempt = 0; attempt < 20; ++attempt) {
    const unsigned port = 20000 + static_cast<unsigned>(random() % 20000);
    Served made;
    made.server = std::make_unique<test::StartedProgram>(
        std::vector<std::string>{program, "--quiet", "--one-shot", "--interface", "127.0.0.1",
                                 "--port", std::to_string(port), path},
        path + ".server");
    for (int moment = 0; moment < 50; ++moment) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      try {
        made.database = Xapian::Remote::open("127.0.0.1", port);
        return made;
      } catch (const Xapian::NetworkError&) {
        continue;  // not there yet, or the port is another's
      }
    }
  }
  return std::nullopt;
}

TEST_F(OtherPrograms, ARemoteServer) {
  const std::string program = "/usr/bin/xapian-tcpsrv";
  LEDE_NEED_PROGRAM(program)
  const auto bulk = served(program, twins_.bulk());
  const auto api = served(program, twins_.api());
  ASSERT_TRUE(bulk && api) << "no server to be reached";
  EXPECT_EQ(test::difference(bulk->database, api->database), "");
  std::mt19937 random(15);
  constexpr std::size_t kAskedFor = 100;
  EXPECT_EQ(test::answer_difference(bulk->database, api->database, kAskedFor, random), "");
}

}  // namespace
}  // namespace lede
