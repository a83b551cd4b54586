// What happens to a server while it runs: articles come, databases are swapped, clients dawdle,
// somebody tells it to stop.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>

#include "tests/http/lede_server.h"
#include "tests/support/run_program.h"

namespace lede::test {
namespace {

namespace fs = std::filesystem;

// An archive of its own, which the test changes.
class Live : public testing::Test {
 protected:
  Live() {
    folder_.write("articles/archive.jsonl", sample_archive());
    update_database(articles(), database());
  }

  [[nodiscard]] fs::path articles() const { return folder_.path() / "articles"; }
  [[nodiscard]] fs::path database() const { return folder_.path() / "lede.db"; }

  void add_article(const std::string& name, const std::string& text) const {
    folder_.write("articles/" + name, text + "\n\nAn article about it, of some length.\n");
  }

  static std::size_t hits(const LedeServer& server, const std::string& query) {
    const HttpAnswer answer = server.get("/v1/search?q=" + escaped(query));
    EXPECT_EQ(answer.status, 200) << answer.body;
    return answer.json()["total"]["value"];
  }

  TempDir folder_;
};

TEST_F(Live, NewArticlesAreFoundAtOnce) {
  const LedeServer server(database());
  EXPECT_EQ(hits(server, "lighthouse"), 0U);
  const std::string before = server.get("/v1/search?q=harbour").field("etag");
  add_article("new.txt", "The lighthouse of Kelmouth harbour");
  update_database(articles(), database());
  EXPECT_EQ(hits(server, "lighthouse"), 1U);
  const HttpAnswer after = server.get("/v1/search?q=harbour", {{"If-None-Match", before}});
  EXPECT_EQ(after.status, 200);
  EXPECT_NE(after.field("etag"), before);
}

TEST_F(Live, ASwappedDatabaseIsPickedUpAndNoRequestFails) {
  const LedeServer server(database());
  std::atomic<bool> done = false;
  std::atomic<int> failed = 0;
  std::atomic<int> answered = 0;
  std::thread client([&] {
    HttpConnection connection(server.port());
    for (int i = 0; !done; ++i) {
      const HttpAnswer answer =
          connection.ask({"GET", "/v1/search?q=harbour&limit=" + std::to_string(i % 50), {}, ""});
      failed += answer.status == 200 && answer.json()["total"]["value"] >= 3 ? 0 : 1;
      ++answered;
    }
  });
  for (int i = 0; i < 4; ++i) {
    add_article("swap" + std::to_string(i) + ".txt",
                "Swap " + std::to_string(i) + " of the harbour");
    const fs::path next = folder_.path() / "next.db";
    const fs::path old = folder_.path() / "old.db";
    update_database(articles(), next);
    fs::rename(database(), old);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));  // for a moment there is none
    fs::rename(next, database());
    fs::remove_all(old);
    EXPECT_EQ(hits(server, "swap"), static_cast<std::size_t>(i) + 1);
  }
  done = true;
  client.join();
  EXPECT_EQ(failed, 0);
  EXPECT_GT(answered, 10);
}

TEST_F(Live, ADatabaseRemovedAndBuiltAgainIsPickedUp) {
  const LedeServer server(database());
  EXPECT_EQ(hits(server, "harbour"), 3U);
  fs::remove_all(database());
  EXPECT_EQ(hits(server, "council"), 1U);  // of what was open
  add_article("new.txt", "The lighthouse of Kelmouth harbour");
  update_database(articles(), database());
  EXPECT_EQ(hits(server, "lighthouse"), 1U);
}

TEST_F(Live, ABrokenDatabaseDoesNotReplaceAGoodOne) {
  const LedeServer server(database());
  EXPECT_EQ(hits(server, "harbour"), 3U);
  fs::rename(database(), folder_.path() / "good.db");
  folder_.write("lede.db/iamglass", "no database");
  EXPECT_EQ(hits(server, "council"), 1U);
  const auto told = [&server](const std::string& text) {
    for (int i = 0; i < 250; ++i) {
      if (server.standard_error().find(text) != std::string::npos) {
        return true;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
  };
  EXPECT_TRUE(told("searching the old database: ")) << server.standard_error();
  fs::remove_all(database());
  fs::rename(folder_.path() / "good.db", database());
  EXPECT_EQ(hits(server, "ferry"), 1U);
  EXPECT_TRUE(told("the database is opened again")) << server.standard_error();
}

TEST_F(Live, CommitsWhileClientsSearchFailNoRequest) {
  const LedeServer server(database());
  std::atomic<bool> done = false;
  std::atomic<int> failed = 0;
  std::vector<std::thread> clients;
  for (int thread = 0; thread < 3; ++thread) {
    clients.emplace_back([&, thread] {
      HttpConnection connection(server.port());
      for (int i = 0; !done; ++i) {
        const HttpAnswer answer = connection.ask(
            {"GET",
             "/v1/search?q=harbour&snippets=" + std::to_string((thread * 7 + i) % 20),
             {},
             ""});
        failed += answer.status == 200 && answer.json()["total"]["value"] >= 3 ? 0 : 1;
      }
    });
  }
  for (int i = 0; i < 6; ++i) {
    add_article("more" + std::to_string(i) + ".txt", "More of the harbour");
    update_database(articles(), database());
  }
  done = true;
  for (std::thread& client : clients) {
    client.join();
  }
  EXPECT_EQ(failed, 0);
}

// The folder is swapped for one written beside it. Answers are those of before or of after, whole,
// and nobody who was answered by the new one is sent back to the old.
TEST_F(Live, BulkWritingUnderItGivesEachRequestAWholeAnswer) {
  constexpr std::size_t kRounds = 4;
  const LedeServer server(database());
  std::atomic<bool> done = false;
  std::atomic<int> wrong = 0;
  std::atomic<int> answered = 0;
  std::vector<std::thread> clients;
  for (int thread = 0; thread < 2; ++thread) {
    clients.emplace_back([&, thread] {
      HttpConnection connection(server.port());
      std::size_t last = 3;
      for (int i = thread; !done; ++i) {
        const HttpAnswer answer = connection.ask(
            {"GET", "/v1/search?q=harbour&limit=50&snippets=" + std::to_string(i % 20), {}, ""});
        const nlohmann::json body = answer.json();
        const std::size_t found = answer.status == 200 ? body["hits"].size() : 0;
        const bool right = found >= last && found <= 3 + kRounds &&
                           body["total"]["value"] == found &&
                           body["index"]["documents"] == found + 1;
        wrong += right ? 0 : 1;
        last = std::max(last, found);
        ++answered;
      }
    });
  }
  for (std::size_t i = 0; i < kRounds; ++i) {
    add_article("bulk" + std::to_string(i) + ".txt", "Bulk of the harbour");
    const auto written = run_program({LEDE_INDEXER, "update", articles(), "--db", database(),
                                      "--writer", "bulk", "--progress", "never"});
    EXPECT_EQ(written.exit_code, 0) << written.err;
    EXPECT_EQ(hits(server, "bulk"), i + 1);
  }
  done = true;
  for (std::thread& client : clients) {
    client.join();
  }
  EXPECT_EQ(wrong, 0) << "of " << answered;
  EXPECT_GT(answered, 10);
}

// A header has ten seconds, however busily its bytes trickle in.
TEST_F(Live, ClientsThatDawdleAreDisconnectedAndHoldUpNobody) {
  const LedeServer server(database());
  std::vector<std::unique_ptr<HttpConnection>> slow;
  for (int i = 0; i < 100; ++i) {
    slow.push_back(std::make_unique<HttpConnection>(server.port()));
    slow.back()->send("GET /healthz HTTP/1.1\r\nX-Slow: ");
  }
  const auto started = std::chrono::steady_clock::now();
  while (std::chrono::steady_clock::now() - started < std::chrono::seconds(11)) {
    for (const auto& connection : slow) {
      connection->send("a");
    }
    const auto asked = std::chrono::steady_clock::now();
    EXPECT_EQ(hits(server, "harbour"), 3U);
    EXPECT_LT(std::chrono::steady_clock::now() - asked, std::chrono::seconds(5));
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
  }
  for (const auto& connection : slow) {
    EXPECT_TRUE(connection->is_closed_within(3));
  }
}

TEST_F(Live, ToldToStopItAnswersWhatItWasAskedAndEnds) {
  LedeServer server(database());
  HttpConnection idle(server.port());
  HttpConnection busy(server.port());
  EXPECT_EQ(busy.ask({"GET", "/healthz", {}, ""}).status, 200);
  busy.send("GET /v1/search?q=harbour HTTP/1.1\r\nHost: localhost\r\n");
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  server.program().send(SIGTERM);
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  busy.send("\r\n");
  const HttpAnswer answer = busy.receive();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.field("connection"), "close");
  EXPECT_TRUE(idle.is_closed_within(5));
  EXPECT_EQ(server.program().wait(), 0);
}

TEST_F(Live, ASignalReloads) {
  LedeServer server(database());
  EXPECT_EQ(hits(server, "harbour"), 3U);
  server.program().send(SIGHUP);
  EXPECT_EQ(hits(server, "harbour"), 3U);
  for (int i = 0; i < 100 && server.standard_error().find("reload") == std::string::npos; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  EXPECT_THAT(server.standard_error(), testing::HasSubstr("reload"));
}

TEST_F(Live, AUnixSocketServesToo) {
  const std::string path = folder_.path() / "lede.sock";
  {
    LedeServer server(database(), {"--listen", "unix:" + path});
    HttpConnection connection(path);
    EXPECT_EQ(connection.ask({"GET", "/v1/stats", {}, ""}).json()["documents"], 4);
    server.program().send(SIGKILL);  // leaves its socket behind
    server.program().wait();
  }
  LedeServer again(database(), {"--listen", "unix:" + path});
  EXPECT_EQ(HttpConnection(path).ask({"GET", "/healthz", {}, ""}).status, 200);
  again.program().send(SIGTERM);
  EXPECT_EQ(again.program().wait(), 0);
  EXPECT_FALSE(fs::exists(path));
}

// As systemd does it: the socket is open before the program is, and is descriptor 3.
TEST_F(Live, ASocketThatIsHandedOverIsServed) {
  const int socket_to_hand_over = socket(AF_INET, SOCK_STREAM, 0);
  ASSERT_EQ(listen(socket_to_hand_over, 16), 0);  // unbound: on a port that the system chooses
  sockaddr_in address = {};
  socklen_t size = sizeof(address);
  getsockname(socket_to_hand_over, reinterpret_cast<sockaddr*>(&address), &size);
  const std::string descriptor = std::to_string(socket_to_hand_over);
  const std::string script = "exec 3<&" + descriptor + " && LISTEN_PID=$$ LISTEN_FDS=1 exec '" +
                             std::string(LEDE_SEARCHER) + "' serve --public --db '" +
                             database().string() + "'";
  StartedProgram server({"/bin/sh", "-c", script}, folder_.path() / "err");
  // Whoever connects before the program runs, waits.
  HttpConnection connection(ntohs(address.sin_port));
  EXPECT_EQ(connection.ask({"GET", "/v1/stats", {}, ""}).json()["documents"], 4);
  server.send(SIGTERM);
  EXPECT_EQ(server.wait(), 0);
  close(socket_to_hand_over);
}

TEST_F(Live, WhatCannotBeServedIsSaidAtTheStart) {
  const auto run = [](const std::vector<std::string>& options) {
    std::vector<std::string> arguments{LEDE_SEARCHER, "serve"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    ProgramOptions program;
    program.timeout_seconds = 20;
    return run_program(arguments, program);
  };
  EXPECT_EQ(run({"--db", folder_.path() / "none"}).exit_code, 3);
  const std::string db = database();
  EXPECT_EQ(run({"--db", db, "--listen", "nowhere"}).exit_code, 2);
  EXPECT_EQ(run({"--db", db, "--listen", "127.0.0.1:99999"}).exit_code, 2);
  EXPECT_EQ(run({"--db", db, "--listen", "example.com:80"}).exit_code, 2);
  const LedeServer server(database());
  const auto taken = run({"--db", db, "--listen", "127.0.0.1:" + std::to_string(server.port())});
  EXPECT_EQ(taken.exit_code, 2);
  EXPECT_THAT(taken.err, testing::HasSubstr("another program listens there"));
}

}  // namespace
}  // namespace lede::test
