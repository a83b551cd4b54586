// Processor time, since other programs take turns with this one on a busy machine. Question by
// question Lede, raw Xapian and the loop are timed next to each other: what slows the machine down
// slows all three. A round's sums make a ratio, and the median of the rounds' ratios is the figure.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guard/timing.h"

#include <algorithm>
#include <array>
#include <string>

#include "bench/guard/loop.h"
#include "bench/guard/stopwatch.h"

namespace lede::guard {
namespace {

// Time of work that was made slower: the processor is kept busy a while longer.
template <typename Work>
double slowed_time_of(const Work& work) {
  const double took = time_of(work);
  return took + time_of([end = processor_time() + took * Slowdown::kShare] {
           std::size_t spins = 0;
           while (processor_time() < end) {
             ++spins;
           }
           return spins;
         });
}

// Where in a search time goes is looked at in every fourth round: it explains, and judges nothing.
constexpr std::size_t kRoundsPerDetail = 4;

// Of one class in one round: sums over its questions, microseconds.
struct Round {
  double raw = 0;
  double loop = 0;
  // Of searches up to each stage; 0 where it was not looked at. The last is the whole search.
  std::array<double, kStages.size()> stages{};
};

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

Figure figure_of(const std::vector<Round>& rounds, Measure measure) {
  Figure figure;
  figure.measure = measure;
  for (std::size_t at = 0; at < kStages.size(); ++at) {
    std::vector<double> ratios;
    for (const Round& round : rounds) {
      if (round.stages[at] > 0) {
        ratios.push_back(round.stages[at] / (measure == Measure::kXapian ? round.raw : round.loop));
      }
    }
    const double whole = median(std::move(ratios));
    figure.stages[at] = whole - figure.search;
    figure.search = whole;
  }
  return figure;
}

class Timer {
 public:
  Timer(Subject& subject, const Slowdown& slowdown) : subject_(subject), slowdown_(slowdown) {}

  Round time(std::string_view query_class, const std::vector<Question>& questions, bool detailed) {
    Round round;
    const bool slow = slowdown_.is_for(query_class);
    for (const Question& question : questions) {
      round.raw += time_of([&] { return subject_.match_raw(question); });
      round.loop += time_of([&] { return loop_.run(); });
      round.stages.back() += time_search(question, kStages.back(), slow);
    }
    for (std::size_t at = 0; detailed && at + 1 < kStages.size(); ++at) {
      for (const Question& question : questions) {
        round.stages[at] += time_search(question, kStages[at], slow);
      }
    }
    return round;
  }

 private:
  double time_search(const Question& question, Stage last, bool slow) {
    const auto search = [&] { return subject_.search(question, last); };
    return slow ? slowed_time_of(search) : time_of(search);
  }

  Subject& subject_;
  const Slowdown& slowdown_;
  CalibrationLoop loop_;
};

}  // namespace

std::vector<Figure> measure_time(Subject& subject, const Questions& questions,
                                 const Slowdown& slowdown, std::size_t rounds) {
  Timer timer(subject, slowdown);
  std::map<bench::QueryClass, std::vector<Round>> timed;
  // Round by round through all classes: a bad second of the machine is shared by all of them.
  for (std::size_t round = 0; round < rounds; ++round) {
    for (const auto& [query_class, all] : questions) {
      timed[query_class].push_back(
          timer.time(name_of(query_class), all, round % kRoundsPerDetail == 0));
    }
  }
  std::vector<Figure> figures;
  for (const Measure measure : {Measure::kXapian, Measure::kLoop}) {
    for (const auto& [query_class, of_class] : timed) {
      figures.push_back(figure_of(of_class, measure));
      figures.back().query_class = name_of(query_class);
    }
  }
  return figures;
}

}  // namespace lede::guard
