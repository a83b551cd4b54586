// lede-indexer watch: an update whenever something changed, until it is told to stop.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <utility>

#include "common/exit_code.h"
#include "indexer/commands/command.h"
#include "indexer/commands/interrupt.h"
#include "indexer/commands/update_arguments.h"
#include "indexer/watch/folder_watch.h"
#include "indexer/watch/settling.h"

namespace lede {
namespace {

using Clock = std::chrono::steady_clock;

// A signal that comes just before a wait is noticed after it.
constexpr std::chrono::milliseconds kLongestWait{1000};
constexpr std::chrono::seconds kLockedPause{5};

struct WatchArguments {
  UpdateArguments update;
  unsigned settle_ms = 500;
};

bool changed_anything(const UpdateCounts& counts) {
  return counts.added + counts.updated + counts.removed + counts.moved > 0;
}

class Watching {
 public:
  explicit Watching(WatchArguments& arguments)
      : arguments_(arguments.update),
        stop_(stop_on_signals()),
        settling_({std::chrono::milliseconds(arguments.settle_ms), kMostUnsettled}) {}

  int run() {
    WatchOptions options;
    options.paths.assign(arguments_.options.paths.begin(), arguments_.options.paths.end());
    options.ignore = {arguments_.options.database};
    if (!arguments_.tell.report.empty()) {
      options.ignore.emplace_back(arguments_.tell.report);
    }
    auto watch = FolderWatch::open(options);
    if (!watch) {
      return complain(watch.error());
    }
    settling_.change(Clock::now());  // what changed while nobody watched
    while (!stop_) {
      const auto code = step(*watch);
      if (code != kExitOk) {
        return code;
      }
    }
    return interrupted_ ? kExitInterrupted : kExitOk;
  }

 private:
  static constexpr std::chrono::milliseconds kMostUnsettled{10000};

  // Waits for a change, or acts on those there were.
  int step(FolderWatch& watch) {
    const auto now = Clock::now();
    const auto due = settling_.due();
    if (due && (*due <= now || !told_)) {
      return update_now();
    }
    const auto left = due ? *due - now : Clock::duration(kLongestWait);
    const auto changed =
        watch.wait(std::clamp(std::chrono::duration_cast<std::chrono::milliseconds>(left),
                              std::chrono::milliseconds(1), kLongestWait));
    if (!changed) {
      return complain(changed.error());
    }
    if (*changed) {
      settling_.change(Clock::now());
    }
    return kExitOk;
  }

  int update_now() {
    const auto begin = Clock::now();
    const int code = run_update();
    settling_.done(begin, Clock::now());
    if (updated_ && !told_ && !stop_) {
      std::cerr << "watching for changes; interrupt to stop\n";
      told_ = true;
    }
    return code;
  }

  int run_update() {
    if (auto settled = settle_options(arguments_); !settled) {
      return complain(settled.error());
    }
    UpdateTeller teller(arguments_.tell);
    if (auto opened = teller.open_report(); !opened) {
      return complain(opened.error());
    }
    const auto result = update(arguments_.options, stop_, observer_for(teller));
    if (!result) {
      teller.clear();
      return after_failure(result.error());
    }
    updated_ = true;
    interrupted_ = result->interrupted;
    if (changed_anything(result->counts) || !told_) {
      teller.finish(*result);
    }
    teller.clear();
    return teller.close_report()
               ? kExitOk
               : complain({ErrorCode::kIo,
                           arguments_.tell.report + ": the report could not be written", ""});
  }

  // Another writer is waited for; nothing else gets better by itself.
  int after_failure(const Error& error) {
    if (error.code != ErrorCode::kLocked) {
      return complain(error);
    }
    if (!std::exchange(said_locked_, true)) {
      complain(error);
    }
    for (const auto until = Clock::now() + kLockedPause; !stop_ && Clock::now() < until;) {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    settling_.change(Clock::now());
    return kExitOk;
  }

  // A file that fails is tried again with every update, and told of once.
  UpdateObserver observer_for(UpdateTeller& teller) {
    UpdateObserver observer = teller.observer();
    observer.failed = [this, tell = observer.failed](const FailedPath& failure) {
      if (told_failures_.insert(failure.path + "\n" + failure.error.message).second) {
        tell(failure);
      }
    };
    return observer;
  }

  UpdateArguments& arguments_;
  const std::atomic<bool>& stop_;
  Settling settling_;
  std::set<std::string> told_failures_;
  bool updated_ = false;  // once at least
  bool told_ = false;     // that the watch began
  bool said_locked_ = false;
  bool interrupted_ = false;
};

}  // namespace

void add_watch(CommandSet& commands) {
  auto arguments = std::make_shared<WatchArguments>();  // shared with the callback, which outlives
  CLI::App* command = commands.app.add_subcommand(
      "watch", "Update now and whenever something changes, until interrupted");
  add_update_options(*command, arguments->update);
  command
      ->add_option("--settle", arguments->settle_ms, "Update when nothing has changed for so long")
      ->type_name("MS")
      ->check(CLI::Range(1, 60000))
      ->capture_default_str();
  command->callback([&commands, arguments] {
    commands.chosen = [arguments] { return Watching(*arguments).run(); };
  });
}

}  // namespace lede
