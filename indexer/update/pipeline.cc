// One lock, one queue of pages to analyse, one map of results. A worker reads a file in order and
// analyses its pages itself, unless others are free to help; the head of the line may always go on,
// so that no wait for memory can be for ever.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/pipeline.h"

#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <tuple>
#include <utility>

namespace lede {
namespace {

// Pages are handed on in batches of about this much text: few locks, yet all workers share a file.
constexpr std::size_t kBatchBytes = std::size_t{128} << 10U;
// Measured: memory a page holds once analysed, against its text.
constexpr std::size_t kAnalysedFactor = 8;
constexpr std::size_t kPageOverhead = 2048;

// Where a chunk belongs: the file, and its place in the file.
struct Place {
  std::size_t task = 0;
  std::size_t chunk = 0;
  bool operator<(const Place& other) const {
    return std::tie(task, chunk) < std::tie(other.task, other.chunk);
  }
};

struct Batch {
  std::vector<RawPage> pages;
  Chunk chunk;  // its failures and counts, no records yet
};

}  // namespace

struct Pipeline::Shared {
  Shared(const std::vector<FileTask>& all, PipelineOptions given)
      : tasks(all), options(std::move(given)) {}

  const std::vector<FileTask>& tasks;
  const PipelineOptions options;

  std::mutex mutex;
  std::condition_variable worker_wakes;
  std::condition_variable result_ready;
  // Under mutex:
  std::size_t next_task = 0;
  std::size_t reading = 0;         // files being read
  Place head;                      // what next() gives next
  std::map<Place, Batch> waiting;  // to be analysed
  std::map<Place, Chunk> results;
  std::map<std::size_t, std::size_t> held;  // bytes in flight by file
  std::size_t held_in_all = 0;
  bool closing = false;

  std::vector<std::jthread> workers;  // last: joined before the rest goes

  [[nodiscard]] bool stopped() const {
    return closing || (options.reading.stop != nullptr && options.reading.stop->load());
  }
  void hold(std::size_t task, std::size_t bytes) {
    held[task] += bytes;
    held_in_all += bytes;
  }
  void release(std::size_t task, std::size_t bytes) {
    held_in_all -= bytes;
    if (auto entry = held.find(task); (entry->second -= bytes) == 0 && task < head.task) {
      held.erase(entry);
    }
  }
  // The file at the head drains as the writer takes it, whatever the others hold.
  [[nodiscard]] bool must_wait(std::size_t task) const {
    if (closing) {
      return false;
    }
    if (task == head.task) {
      const auto own = held.find(task);
      return own != held.end() && own->second > options.memory;
    }
    return held_in_all > options.memory;
  }
  [[nodiscard]] bool may_begin() const {
    if (next_task >= tasks.size() || stopped()) {
      return false;
    }
    return next_task == head.task ||
           held_in_all + tasks[next_task].size * kAnalysedFactor <= options.memory;
  }
};

namespace {

using Lock = std::unique_lock<std::mutex>;

}  // namespace

// One thread of the pipeline.
class Pipeline::Worker {
 public:
  explicit Worker(Shared& shared) : shared_(shared) {}

  void run() {
    Lock lock(shared_.mutex);
    while (!shared_.closing) {
      if (!shared_.waiting.empty()) {
        analyse_first(lock);
      } else if (shared_.may_begin()) {
        read_next(lock);
      } else if (shared_.reading == 0 &&
                 (shared_.next_task >= shared_.tasks.size() || shared_.stopped())) {
        break;
      } else {
        shared_.worker_wakes.wait(lock);
      }
    }
    shared_.worker_wakes.notify_all();
    shared_.result_ready.notify_all();
  }

 private:
  // Takes the batch that is needed first. Called, and returns, with the lock held.
  void analyse_first(Lock& lock) {
    auto first = shared_.waiting.extract(shared_.waiting.begin());
    lock.unlock();
    analyse(first.mapped());
    lock.lock();
    post(first.key(), std::move(first.mapped().chunk));
  }

  void analyse(Batch& batch) {
    const FileTask& task = shared_.tasks[batch.chunk.task];
    for (RawPage& page : batch.pages) {
      const std::string record = page.record;
      try {
        const Article article =
            make_article(std::move(page), task, modified_of(task), shared_.options.prepare);
        batch.chunk.records.push_back(
            prepare_record(article, task, tools_, shared_.options.prepare));
      } catch (const Xapian::Error& error) {
        batch.chunk.failures.push_back({record, {ErrorCode::kUnreadable, error.get_msg(), ""}});
      } catch (const std::exception& error) {
        batch.chunk.failures.push_back({record, {ErrorCode::kUnreadable, error.what(), ""}});
      }
    }
    batch.pages.clear();
  }

  static std::int64_t modified_of(const FileTask& task) { return task.mtime / 1'000'000'000; }

  void post(const Place& place, Chunk&& chunk) {
    shared_.results.emplace(place, std::move(chunk));
    shared_.result_ready.notify_one();
  }

  void read_next(Lock& lock) {
    place_ = {shared_.next_task++, 0};
    ++shared_.reading;
    lock.unlock();
    batch_ = fresh_batch();
    FileEnd end = read_guarded();
    batch_.chunk.end = std::move(end);
    hand_on();
    lock.lock();
    --shared_.reading;
    shared_.worker_wakes.notify_all();
  }

  FileEnd read_guarded() {
    const FileTask& task = shared_.tasks[place_.task];
    const PageSinks sinks{
        [this](RawPage&& page, std::uint64_t bytes) { take(std::move(page), bytes); },
        [this](FailedRecord failure) { batch_.chunk.failures.push_back(std::move(failure)); }};
    try {
      return read_task(task, shared_.options.reading, sinks);
    } catch (const std::exception& error) {
      return {FileOutcome::kFailed,
              {},
              Error{ErrorCode::kUnreadable, task.file + ": " + error.what(), ""}};
    }
  }

  void take(RawPage&& page, std::uint64_t bytes) {
    batch_.chunk.bytes += page.text.size() * kAnalysedFactor + kPageOverhead;
    batch_.chunk.read_bytes += bytes;
    batch_.pages.push_back(std::move(page));
    if (batch_.chunk.bytes >= kBatchBytes * kAnalysedFactor) {
      hand_on();
      wait_for_room();
    }
  }

  [[nodiscard]] Batch fresh_batch() const {
    Batch batch;
    batch.chunk.task = place_.task;
    return batch;
  }

  // Gives the batch to whoever is free; when all have enough to do, analyses it here.
  void hand_on() {
    Batch batch = std::exchange(batch_, fresh_batch());
    const Place place = place_;
    ++place_.chunk;
    Lock lock(shared_.mutex);
    shared_.hold(place.task, batch.chunk.bytes);
    if (shared_.options.jobs > 1 && shared_.waiting.size() < shared_.options.jobs &&
        !batch.pages.empty()) {
      shared_.waiting.emplace(place, std::move(batch));
      shared_.worker_wakes.notify_one();
      return;
    }
    lock.unlock();
    analyse(batch);
    lock.lock();
    post(place, std::move(batch.chunk));
  }

  // Helps the others while there is no room for more.
  void wait_for_room() {
    Lock lock(shared_.mutex);
    while (shared_.must_wait(place_.task)) {
      if (!shared_.waiting.empty()) {
        analyse_first(lock);
      } else {
        shared_.worker_wakes.wait(lock);
      }
    }
  }

  Shared& shared_;
  PrepareTools tools_;
  Place place_;
  Batch batch_;
};

Pipeline::Pipeline(const std::vector<FileTask>& tasks, PipelineOptions options)
    : shared_(std::make_unique<Shared>(tasks, std::move(options))) {
  for (unsigned i = 0; i < std::max(shared_->options.jobs, 1U); ++i) {
    shared_->workers.emplace_back([shared = shared_.get()] { Worker(*shared).run(); });
  }
}

Pipeline::~Pipeline() {
  {
    const Lock lock(shared_->mutex);
    shared_->closing = true;
  }
  shared_->worker_wakes.notify_all();
  shared_->workers.clear();
}

bool Pipeline::next(Chunk& chunk) {
  Shared& shared = *shared_;
  Lock lock(shared.mutex);
  while (true) {
    const auto first = shared.results.find(shared.head);
    if (first != shared.results.end()) {
      chunk = std::move(first->second);
      shared.results.erase(first);
      shared.head = chunk.end ? Place{chunk.task + 1, 0} : Place{chunk.task, shared.head.chunk + 1};
      shared.release(chunk.task, chunk.bytes);
      shared.worker_wakes.notify_all();
      return true;
    }
    const bool begun = shared.head.task < shared.next_task;
    if (!begun && (shared.next_task >= shared.tasks.size() || shared.stopped())) {
      return false;
    }
    shared.result_ready.wait(lock);
  }
}

}  // namespace lede
