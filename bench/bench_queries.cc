// All classes are drawn at once, so that those of one do not depend on which suites run.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_queries.h"

#include <map>

#include "bench/bench_support.h"

namespace lede::bench {

const std::vector<std::string>& queries(QueryClass query_class) {
  static const auto kAll = [] {
    QuerySampler sampler(generator(), database_articles(), kSeed);
    std::map<QueryClass, std::vector<std::string>> all;
    for (const QueryClass each : kQueryClasses) {
      all[each] = sampler.draw(each, kQueriesPerClass);
    }
    return all;
  }();
  return kAll.at(query_class);
}

}  // namespace lede::bench
