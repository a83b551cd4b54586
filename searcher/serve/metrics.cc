// Counting with the prometheus library's types; serving them is ours.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <mutex>

namespace lede::serve {
namespace {

using Counters = prometheus::Family<prometheus::Counter>;
using Gauges = prometheus::Family<prometheus::Gauge>;
using Histograms = prometheus::Family<prometheus::Histogram>;

// From a cached trifle to the time limit.
const prometheus::Histogram::BucketBoundaries kSeconds = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                          0.05,   0.1,   0.25,   0.5,   1,    5};

Counters& counters(prometheus::Registry& registry, const char* name, const char* help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}

prometheus::Counter& counter(prometheus::Registry& registry, const char* name, const char* help) {
  return counters(registry, name, help).Add({});
}

prometheus::Gauge& gauge(prometheus::Registry& registry, const char* name, const char* help) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
}

// Counters that are counted elsewhere are brought up to what they are there.
void raise_to(prometheus::Counter& counter, std::uint64_t value) {
  counter.Increment(static_cast<double>(value) - counter.Value());
}

}  // namespace

struct Metrics::Families {
  prometheus::Registry registry;
  Counters& requests = counters(registry, "lede_requests_total", "Answers, by status");
  Counters& searches = counters(registry, "lede_search_requests_total",
                                "Answers of the endpoints below /v1, by endpoint and status");
  Histograms& durations =
      prometheus::BuildHistogram()
          .Name("lede_search_duration_seconds")
          .Help("Time of a search thread for an answer that was not in the cache")
          .Register(registry);
  prometheus::Histogram& waits = prometheus::BuildHistogram()
                                     .Name("lede_queue_duration_seconds")
                                     .Help("Time a search waited for a thread")
                                     .Register(registry)
                                     .Add({}, kSeconds);
  prometheus::Counter& timeouts =
      counter(registry, "lede_timeouts_total", "Answers that the time limit cut short");
  prometheus::Counter& zero_results =
      counter(registry, "lede_zero_results_total", "Answers that found nothing");
  prometheus::Counter& cache_hits =
      counter(registry, "lede_cache_hits_total", "Answers from the cache");
  prometheus::Counter& cache_misses =
      counter(registry, "lede_cache_misses_total", "Answers that were not in the cache");
  prometheus::Counter& reloads =
      counter(registry, "lede_reload_total", "Times another state of the database was opened");
  prometheus::Gauge& inflight = gauge(registry, "lede_search_inflight", "Searches under way");
  prometheus::Gauge& waiting = gauge(registry, "lede_queue_depth", "Searches that wait");
  prometheus::Gauge& connections = gauge(registry, "lede_connections", "Open connections");
  prometheus::Gauge& cache_bytes = gauge(registry, "lede_cache_bytes", "Memory of the cache");
  prometheus::Gauge& cache_entries = gauge(registry, "lede_cache_entries", "Answers in the cache");
  prometheus::Gauge& documents =
      gauge(registry, "lede_index_documents", "Articles in the database");
  prometheus::Gauge& age = gauge(registry, "lede_index_age_seconds", "Since the last commit");
  Gauges& revisions = prometheus::BuildGauge()
                          .Name("lede_index_revision")
                          .Help("1, with the revision that is open as a label")
                          .Register(registry);
  prometheus::Gauge* revision = nullptr;  // under mutex
  std::string revision_name;              // under mutex
  std::mutex mutex;                       // of all that text() brings up to date
};

Metrics::Metrics() : families_(std::make_unique<Families>()) {}
Metrics::~Metrics() = default;

void Metrics::count(const Observed& observed) {
  const std::string status = std::to_string(observed.status);
  families_->requests.Add({{"status", status}}).Increment();
  if (!observed.page && !observed.endpoint.starts_with("/v1/")) {
    return;
  }
  const std::string endpoint(observed.endpoint);
  families_->searches.Add({{"endpoint", endpoint}, {"status", status}}).Increment();
  if (observed.queue_ms) {
    families_->waits.Observe(*observed.queue_ms / 1000);
  }
  if (observed.search_ms) {
    families_->durations.Add({{"endpoint", endpoint}}, kSeconds)
        .Observe(*observed.search_ms / 1000);
  }
  if (observed.partial) {
    families_->timeouts.Increment();
  }
  if (observed.empty) {
    families_->zero_results.Increment();
  }
}

std::string Metrics::text(const ServerFigures& figures) {
  const std::lock_guard lock(families_->mutex);
  raise_to(families_->cache_hits, figures.cache.hits);
  raise_to(families_->cache_misses, figures.cache.misses);
  raise_to(families_->reloads, figures.times_opened);
  families_->inflight.Set(static_cast<double>(figures.searching));
  families_->waiting.Set(static_cast<double>(figures.waiting));
  families_->connections.Set(static_cast<double>(figures.connections));
  families_->cache_bytes.Set(static_cast<double>(figures.cache.bytes));
  families_->cache_entries.Set(static_cast<double>(figures.cache.entries));
  families_->documents.Set(static_cast<double>(figures.documents));
  families_->age.Set(static_cast<double>(figures.index_age_s));
  if (families_->revision == nullptr || families_->revision_name != figures.revision) {
    if (families_->revision != nullptr) {
      families_->revisions.Remove(families_->revision);
    }
    families_->revision = &families_->revisions.Add({{"revision", figures.revision}});
    families_->revision->Set(1);
    families_->revision_name = figures.revision;
  }
  return prometheus::TextSerializer().Serialize(families_->registry.Collect());
}

}  // namespace lede::serve
