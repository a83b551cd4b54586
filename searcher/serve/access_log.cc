// Lines by spdlog's own thread and bounded queue.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/access_log.h"

#include <spdlog/async_logger.h>
#include <spdlog/details/thread_pool.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <atomic>
#include <ctime>
#include <nlohmann/json.hpp>
#include <utility>

#include "searcher/output/dates.h"

namespace lede::serve {
namespace {

constexpr std::size_t kLongestQueue = 8192;

std::string line_of(const Observed& observed) {
  nlohmann::ordered_json line;
  line["time"] = date_text(std::time(nullptr), DatePrecision::kSecond);
  line["id"] = observed.request.request_id;
  line["client"] = observed.request.client;
  if (!observed.key_name.empty()) {
    line["key"] = observed.key_name;
  }
  line["method"] = observed.request.method;
  line["target"] = observed.request.target;
  line["status"] = observed.status;
  line["bytes"] = observed.bytes;
  line["ms"] = observed.total_ms;
  if (observed.queue_ms) {
    line["queue_ms"] = *observed.queue_ms;
  }
  if (observed.search_ms) {
    line["search_ms"] = *observed.search_ms;
  }
  if (observed.cached) {
    line["cached"] = true;
  }
  if (observed.shared) {
    line["shared"] = true;
  }
  if (observed.partial) {
    line["partial"] = true;
  }
  return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

spdlog::sink_ptr make_sink(const std::string& path) {
  if (path == "-") {
    return std::make_shared<spdlog::sinks::stdout_sink_mt>();
  }
  return std::make_shared<spdlog::sinks::basic_file_sink_mt>(path);
}

}  // namespace

struct AccessLog::Writer {
  std::shared_ptr<spdlog::details::thread_pool> pool =
      std::make_shared<spdlog::details::thread_pool>(kLongestQueue, 1);
  std::mutex mutex;
  std::shared_ptr<spdlog::async_logger> logger;  // under mutex; lines on their way keep the old one

  void use(const spdlog::sink_ptr& sink) {
    auto next = std::make_shared<spdlog::async_logger>(
        "access", sink, pool, spdlog::async_overflow_policy::overrun_oldest);
    next->set_pattern("%v");
    const std::lock_guard lock(mutex);
    logger = std::move(next);
  }
};

AccessLog::AccessLog(std::string path)
    : path_(std::move(path)), writer_(std::make_unique<Writer>()) {}

AccessLog::~AccessLog() {
  const std::lock_guard lock(writer_->mutex);
  if (writer_->logger) {
    writer_->logger->flush();
  }
}

Result<std::unique_ptr<AccessLog>> AccessLog::open(const std::string& path) {
  std::unique_ptr<AccessLog> log(new AccessLog(path));
  if (auto opened = log->reopen(); !opened) {
    return fail(std::move(opened).error());
  }
  return log;
}

Result<void> AccessLog::reopen() {
  try {
    writer_->use(make_sink(path_));
  } catch (const spdlog::spdlog_ex& error) {
    return fail(ErrorCode::kIo, path_ + ": the access log cannot be written: " + error.what());
  }
  return {};
}

void AccessLog::write(const Observed& observed) {
  const std::string line = line_of(observed);
  const std::lock_guard lock(writer_->mutex);
  writer_->logger->info(line);
}

void AccessLog::flush() {
  const std::lock_guard lock(writer_->mutex);
  writer_->logger->flush();
}

}  // namespace lede::serve
