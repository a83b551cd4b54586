// A client's session: from the lines it sends to the lines it is sent.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "searcher/api/search_parameters.h"
#include "searcher/api/search_pool.h"
#include "searcher/mcp/reply.h"

namespace lede::mcp {

// One thread receives; what needs the database is answered by search threads, in the order in which
// it is ready. The pool must be stopped before the session ends.
class Session {
 public:
  // `send` gets each message as a line without its end; never two at a time.
  using Send = std::function<void(std::string_view line)>;

  Session(serve::QueryLimits limits, serve::SearchPool& pool, Send send);

  void receive(std::string_view line);

  // For a line that was too long to be kept.
  void refuse_long_line(std::size_t longest);

  // Whether every request was answered or cancelled.
  [[nodiscard]] bool idle() const { return unanswered_ == 0; }

 private:
  // A request that waits for its answer.
  struct Pending {
    std::atomic<bool> cancelled = false;
  };
  using PendingPtr = std::shared_ptr<Pending>;  // the table and the job in the queue have it

  void take(const Request& request);
  void take(const Notification& notification);
  [[nodiscard]] Reply reply(const Request& request);
  [[nodiscard]] Outcome initialize(const Json& params);
  void ask(const Json& id, Question question);
  void answer(const Json& id, const PendingPtr& pending, const Question& question,
              serve::CurrentSearcher& searcher);
  void cancel(const Json& id);
  [[nodiscard]] bool forget(const std::string& key);
  void send(const Json& id, const Outcome& outcome);
  void send(std::string_view line);

  const serve::QueryLimits limits_;
  serve::SearchPool& pool_;
  const Send send_;
  bool initialized_ = false;  // of the thread that receives
  std::mutex mutex_;
  std::map<std::string, PendingPtr> pending_;  // under mutex_: by id, as JSON
  std::mutex send_mutex_;
  std::atomic<std::size_t> unanswered_ = 0;
};

}  // namespace lede::mcp
