// Keeping a session.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/session.h"

#include <algorithm>
#include <array>
#include <exception>
#include <type_traits>
#include <utility>

#include "searcher/mcp/definitions.h"
#include "searcher/mcp/methods.h"

namespace lede::mcp {
namespace {

// Newest first. That of 2025-03-26 is left out, for it has batches.
constexpr std::array<std::string_view, 2> kVersions = {"2025-06-18", "2024-11-05"};

// What `action` gives. A mistake of ours, or no memory, costs one answer and not the session.
template <typename Action>
std::invoke_result_t<Action> guarded(Action action) {
  try {
    return action();
  } catch (const std::exception&) {
    return Fault{kInternalError, "the server could not answer"};
  }
}

}  // namespace

Session::Session(serve::QueryLimits limits, serve::SearchPool& pool, Send send)
    : limits_(limits), pool_(pool), send_(std::move(send)) {}

void Session::receive(std::string_view line) {
  if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
    return;
  }
  const Message message = parse_message(line);
  if (const auto* request = std::get_if<Request>(&message)) {
    take(*request);
  } else if (const auto* notification = std::get_if<Notification>(&message)) {
    take(*notification);
  } else if (const auto* bad = std::get_if<BadMessage>(&message)) {
    send(bad->id, bad->fault);
  }
}

void Session::refuse_long_line(std::size_t longest) {
  send(nullptr,
       Fault{kInvalidRequest, "the message is longer than " + std::to_string(longest) + " bytes"});
}

void Session::take(const Request& request) {
  Reply made = guarded([&] { return reply(request); });
  if (auto* question = std::get_if<Question>(&made)) {
    ask(request.id, std::move(*question));
  } else if (auto* fault = std::get_if<Fault>(&made)) {
    send(request.id, std::move(*fault));
  } else {
    send(request.id, std::get<std::string>(std::move(made)));
  }
}

void Session::take(const Notification& notification) {
  if (notification.method == "notifications/cancelled") {
    if (const auto id = notification.params.find("requestId"); id != notification.params.end()) {
      cancel(*id);
    }
  }
}

Reply Session::reply(const Request& request) {
  if (request.method == "ping") {
    return "{}";
  }
  if (request.method == "initialize") {
    Outcome outcome = initialize(request.params);
    if (auto* fault = std::get_if<Fault>(&outcome)) {
      return std::move(*fault);
    }
    return std::get<std::string>(std::move(outcome));
  }
  if (!initialized_) {
    return Fault{kInvalidRequest, "the session begins with \"initialize\""};
  }
  return reply_to(request, limits_);
}

Outcome Session::initialize(const Json& params) {
  if (initialized_) {
    return Fault{kInvalidRequest, "the session is initialized already"};
  }
  const auto asked = params.find("protocolVersion");
  if (asked == params.end() || !asked->is_string()) {
    return Fault{kInvalidParams, "\"protocolVersion\" is needed"};
  }
  const auto* const known = std::find(kVersions.begin(), kVersions.end(), *asked);
  initialized_ = true;
  return written(
      {{"protocolVersion", known == kVersions.end() ? kVersions.front() : *known},
       {"capabilities",
        {{"tools", OrderedJson::object()},
         {"resources", OrderedJson::object()},
         {"completions", OrderedJson::object()}}},
       {"serverInfo",
        {{"name", "lede"}, {"title", "Lede article archive"}, {"version", LEDE_VERSION}}},
       {"instructions", instructions()}});
}

void Session::ask(const Json& id, Question question) {
  const auto pending = std::make_shared<Pending>();
  const std::string key = id.dump();
  {
    const std::lock_guard lock(mutex_);
    if (!pending_.emplace(key, pending).second) {
      send(id, Fault{kInvalidRequest, "a request with this id waits for its answer"});
      return;
    }
  }
  ++unanswered_;
  const bool taken = pool_.submit(
      [this, id, pending, question = std::move(question)](serve::CurrentSearcher& searcher) {
        answer(id, pending, question, searcher);
        --unanswered_;
      });
  if (!taken) {
    --unanswered_;
    static_cast<void>(forget(key));
    send(id, Fault{kBusy, "more requests wait than can be answered soon: try again"});
  }
}

void Session::answer(const Json& id, const PendingPtr& pending, const Question& question,
                     serve::CurrentSearcher& searcher) {
  if (pending->cancelled) {
    return;
  }
  const Outcome outcome = guarded([&] { return question.outcome(searcher.ask(question.call)); });
  if (forget(id.dump())) {
    send(id, outcome);
  }
}

void Session::cancel(const Json& id) {
  const std::lock_guard lock(mutex_);
  const auto found = pending_.find(id.dump());
  if (found != pending_.end()) {
    found->second->cancelled = true;
    pending_.erase(found);
  }
}

// Whether somebody still waited.
bool Session::forget(const std::string& key) {
  const std::lock_guard lock(mutex_);
  return pending_.erase(key) > 0;
}

void Session::send(const Json& id, const Outcome& outcome) {
  if (const auto* fault = std::get_if<Fault>(&outcome)) {
    send(fault_line(id, *fault));
  } else {
    send(result_line(id, std::get<std::string>(outcome)));
  }
}

void Session::send(std::string_view line) {
  const std::lock_guard lock(send_mutex_);
  send_(line);
}

}  // namespace lede::mcp
