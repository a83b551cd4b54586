// A server whose search threads are held, so that what happens when there are too few is no matter
// of luck.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <nlohmann/json.hpp>

namespace lede::serve {
namespace {

Request get(const std::string& target) {
  Request request;
  request.method = "GET";
  request.target = target;
  request.host = "localhost";
  return request;
}

std::string field(const Response& response, std::string_view name) {
  for (const auto& [known, value] : response.headers) {
    if (known == name) {
      return value;
    }
  }
  return {};
}

std::string code_of(const Response& response) {
  return nlohmann::json::parse(*response.body)["code"];
}

class BusyService : public testing::Test {
 protected:
  std::future<Response> ask(const std::string& target) {
    auto promise = std::make_shared<std::promise<Response>>();
    service_.answer(get(target),
                    [promise](Response response) { promise->set_value(std::move(response)); });
    return promise->get_future();
  }

  // The only search thread waits until release().
  void hold() {
    ASSERT_TRUE(pool_.submit([this](CurrentSearcher& /*searcher*/) {
      holding_.set_value();
      released_.get_future().wait();
    }));
    holding_.get_future().wait();
  }
  void release() { released_.set_value(); }

  static ServiceOptions impatient() {
    ServiceOptions options;
    options.longest_wait = std::chrono::milliseconds(100);
    return options;
  }

  std::promise<void> holding_;
  std::promise<void> released_;
  IndexState state_{{"/nonexistent/lede.db"}};
  SearchPool pool_{state_, 1, 2};
  Service service_{impatient(), state_, pool_};
};

TEST_F(BusyService, AFullQueueIsToldAtOnce) {
  hold();
  auto first = ask("/v1/search?q=a");
  auto second = ask("/v1/search?q=b");
  auto third = ask("/v1/search?q=c");
  ASSERT_EQ(third.wait_for(std::chrono::seconds(0)), std::future_status::ready);
  const Response refused = third.get();
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(code_of(refused), "overloaded");
  EXPECT_EQ(field(refused, "Retry-After"), "1");
  // What needs no search is answered all the same.
  EXPECT_EQ(ask("/healthz").get().status, 200);
  EXPECT_EQ(ask("/v1/parse?q=a").get().status, 200);
  EXPECT_EQ(ask("/v1/search").get().status, 400);
  release();
  EXPECT_EQ(code_of(first.get()), "database_missing");
  EXPECT_EQ(code_of(second.get()), "database_missing");
}

// Nobody reads an answer that comes so late; those who came after should not wait for it.
TEST_F(BusyService, WhoWaitedTooLongIsNotSearchedFor) {
  hold();
  auto late = ask("/v1/search?q=a");
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  release();
  EXPECT_EQ(code_of(late.get()), "overloaded");
}

// As after a commit, when everybody asks what the cache no longer has.
TEST_F(BusyService, TheSameQuestionIsSearchedForOnce) {
  hold();
  std::vector<std::future<Response>> answers;
  for (int i = 0; i < 10; ++i) {
    answers.push_back(ask("/v1/search?q=a"));  // the queue has room for two
  }
  EXPECT_EQ(pool_.waiting(), 1U);
  release();
  int shared = 0;
  for (auto& answer : answers) {
    const Response response = answer.get();
    EXPECT_EQ(code_of(response), "database_missing");
    shared += field(response, "Server-Timing").starts_with("cache;desc=shared") ? 1 : 0;
  }
  EXPECT_EQ(shared, 9);
}

TEST_F(BusyService, AFullQueueIsToldToAllWhoAskTheSame) {
  hold();
  auto first = ask("/v1/search?q=a");
  auto second = ask("/v1/search?q=b");
  EXPECT_EQ(ask("/v1/search?q=c").get().status, 503);
  EXPECT_EQ(ask("/v1/search?q=c").get().status, 503);
  auto joined = ask("/v1/search?q=b");
  release();
  EXPECT_EQ(code_of(joined.get()), "database_missing");
}

TEST_F(BusyService, APageOfABrokenArchiveIsNoPageWithoutHits) {
  const Response page = ask("/?q=harbour").get();
  EXPECT_EQ(page.status, 503);
  EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
  EXPECT_EQ(field(page, "Retry-After"), "5");
  EXPECT_EQ(field(page, "Cache-Control"), "no-store");
  EXPECT_THAT(*page.body, testing::HasSubstr("The archive cannot be searched now"));
  EXPECT_THAT(*page.body, testing::HasSubstr("href=\"/?q=harbour\">Try again"));
  EXPECT_THAT(*page.body, testing::Not(testing::HasSubstr("nonexistent")));
  EXPECT_EQ(code_of(ask("/v1/search?q=harbour").get()), "database_missing");
}

TEST_F(BusyService, WithoutADatabaseItIsNotReady) {
  const Response ready = ask("/readyz").get();
  EXPECT_EQ(ready.status, 503);
  EXPECT_EQ(nlohmann::json::parse(*ready.body)["ready"], false);
  const Response answer = ask("/v1/stats").get();
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(field(answer, "Retry-After"), "5");
  // The path is the operator's business.
  EXPECT_THAT(*answer.body, testing::Not(testing::HasSubstr("nonexistent")));
}

}  // namespace
}  // namespace lede::serve
